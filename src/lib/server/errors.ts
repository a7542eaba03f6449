/** What is not there, and what one may not see, which is the same to whoever asks. Becomes 404. */
export class NotFound extends Error {
	override readonly name = 'NotFound';
}

/** The thing changed since it was shown, or the same key came with another content. Becomes 409. */
export class Conflict extends Error {
	override readonly name = 'Conflict';
}

/** Why a field of a form was refused; each has a sentence in every language (`problem_*`). */
export type ProblemKey =
	| 'missing'
	| 'tooLong'
	| 'notADay'
	| 'notAWholeNumber'
	| 'notAQuarter'
	| 'notFiveMinutes'
	| 'future'
	| 'tooMany'
	| 'tooFew'
	| 'notABsn'
	| 'notAPhone'
	| 'bsnKnown'
	| 'notAChoice'
	| 'fileTooLarge'
	| 'fileTooManyPixels'
	| 'fileTooManyPages'
	| 'fileLocked'
	| 'fileKind'
	| 'fileDamaged'
	| 'fileSlow'
	| 'photosTooMany'
	| 'soundTooLarge'
	| 'soundTooLong'
	| 'soundKind'
	| 'soundDamaged'
	| 'sameTranslator'
	| 'nothingTranslated'
	| 'translationMoved'
	| 'changedMeanwhile'
	| 'alreadyDecided'
	| 'undoOver'
	| 'notYours'
	| 'flagged'
	| 'niveauNotOnO'
	| 'niveauNotOnZ'
	| 'niveauNotInFirst'
	| 'mapNotOnO'
	| 'pvtTooFew'
	| 'mapTooFew'
	| 'courseHoursOnlyAsiel'
	| 'courseHoursMissing'
	| 'courseHoursTooFew'
	| 'talksMissing'
	| 'noAgreements'
	| 'agreementDiffers'
	| 'changeReasonMissing'
	| 'courseHoursTooMany'
	| 'examenwensOnlyZ'
	| 'toestemmingA2OnlyA2'
	| 'ontzorgenOnlyAsiel'
	| 'ontzorgenNeedsBenefit'
	| 'pwBijlagenNeedBenefit'
	| 'planningAfterTerm'
	| 'dayWithoutPartner'
	| 'partnerWithoutDay'
	| 'dagtekeningNotToday'
	| 'dagtekeningBeforeDuty'
	| 'dagtekeningBeforeMove'
	| 'dagtekeningBeforePrevious'
	| 'wisselenTooLate'
	| 'wisselenTooEarly'
	| 'afschalenHours'
	| 'afschalenEffort'
	| 'firstPlanBeforeLaw'
	| 'formerPlanAfterMove'
	| 'extensionShortensTerm'
	| 'wi2013'
	| 'noPlan'
	| 'beforePlan'
	| 'notATime'
	| 'talkInPast'
	| 'talkTooFar'
	| 'talkBeyondTenWeeks'
	| 'talkNotYet'
	| 'interpreterLanguageMissing'
	| 'letterNotToday'
	| 'beforeLastChoice'
	| 'sentBeforeDagtekening'
	| 'hostLinksTooMany'
	| 'hostSaidNothing'
	| 'notADayCode'
	| 'dayCodeWrong'
	| 'dayCodeTooOften'
	| 'startPast'
	| 'startTooFar'
	| 'calledBeforeAsked'
	| 'endBeforeBegin'
	| 'goalDayPast'
	| 'goalDayAfterTerm'
	| 'eindgesprekOnlyZ'
	| 'dayInPast'
	| 'beforeTerm'
	| 'afterZRoute'
	| 'notHours'
	| 'lastBeforeFirst'
	| 'periodTooLong'
	| 'moreThanPeriod'
	| 'lessonsKnown'
	| 'acrossPlan'
	| 'deficientieVakOnlyO'
	| 'notEarlierSchool'
	| 'sheetKind'
	| 'sheetDamaged'
	| 'sheetNotUtf8'
	| 'sheetTooLarge'
	| 'sheetTwo'
	| 'sheetColumns'
	| 'sheetBsn'
	| 'sheetEmpty';

export type Problems = Readonly<Record<string, ProblemKey>>;

/** An expected refusal is a value: the thing, or what is wrong with each field. */
export type Outcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problems };

export function done<T>(value: T): Outcome<T> {
	return { ok: true, value };
}

export function refused(problems: Problems): { readonly ok: false; readonly problems: Problems } {
	return { ok: false, problems };
}
