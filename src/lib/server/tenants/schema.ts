import * as v from 'valibot';
import { activityIds } from './activities.ts';
import { components, staffFunctions } from './components.ts';
import { fact, sourceSchema, words } from './fact.ts';
import { themeSchema } from './theme.ts';

/** Stands in `first` where nobody is responsible yet; `because` then says why. */
export const unassigned = 'unassigned';

const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be a kebab-case id'),
);
const code = v.pipe(v.string(), v.regex(/^\d{4}$/, 'must be a gemeentecode of four digits'));
const host = v.pipe(
	v.string(),
	v.maxLength(253),
	v.regex(
		/^[a-z0-9-]+(\.[a-z0-9-]+)*$/,
		'must be a host name in lower case, without port and without dot at the end',
	),
);
const clockTime = v.pipe(
	v.string(),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:MM'),
);
const count = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Choices that the law leaves to the gemeente. What is absent is not known: the portal then says nothing about it. */
const policySchema = v.strictObject({
	voortgangsgesprekkenPerYear: v.exactOptional(fact(count(1, 12))),
	bredeIntakeTalks: v.exactOptional(fact(count(1, 12))),
	leerbaarheidstoetsBeforeIntake: v.exactOptional(fact(v.boolean())),
	pvtBeforeMap: v.exactOptional(fact(v.boolean())),
	mapTargetMonths: v.exactOptional(fact(count(1, 36))),
	pvtMeetings: v.exactOptional(fact(count(1, 40))),
	budgettrainingMeetings: v.exactOptional(fact(count(1, 40))),
	maatschappelijkeBegeleidingMonths: v.exactOptional(fact(count(1, 60))),
	ontzorgenMonths: v.exactOptional(fact(count(1, 60))),
	/** Whether a host who confirms hours reads the family name too; the given name alone where that is not known. */
	hostSeesFamilyName: v.exactOptional(fact(v.boolean())),
	/** How many days a letter works that opens the portal for the first time. */
	activationLetterDays: v.exactOptional(fact(count(1, 90))),
	/** By which ways a code at each sign-in may come, for who has no phone with passkeys. */
	signInCodes: v.exactOptional(fact(v.array(v.picklist(['sms', 'email'])))),
	/** Of the hours that are confirmed together, how many of a hundred a second person looks at. */
	sampleChecksPercent: v.exactOptional(fact(count(0, 100))),
	bothLanguagesMonths: v.exactOptional(fact(count(0, 60))),
	/** After how many weeks without hours the portal asks how it goes. */
	silentWeeks: v.exactOptional(fact(count(3, 26))),
	/** Within how many weeks confirmed hours are passed on to DUO; no law gives a number (B 9.1). */
	duoReportWeeks: v.exactOptional(fact(count(1, 52))),
	/** How long the picture of a proof is kept after the decision; B 9.9 ends everything five years after the duty. */
	proofMonthsAfterDecision: v.exactOptional(fact(count(0, 60))),
	/** Whether a phone that somebody alone uses may keep an encrypted copy; it may where nothing is said. */
	ownPhones: v.exactOptional(fact(v.boolean())),
	/** Where "Snel weg" leads: a site that anybody may be looking at. */
	leaveTo: v.exactOptional(fact(v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, 'must be https')))),
	/** Within how many working days the gemeente usually answers a message. */
	answerWorkingDays: v.exactOptional(fact(count(1, 20))),
	lessonDagdelenPerWeek: v.exactOptional(
		fact(
			v.pipe(
				v.strictObject({ least: count(1, 10), most: count(1, 10) }),
				v.check(({ least, most }) => least <= most, 'least must not be above most'),
			),
		),
	),
});

const gemeenteSchema = v.strictObject({
	gemeentecode: code,
	name: words,
	source: sourceSchema,
	lessonRegion: v.exactOptional(fact(v.strictObject({ name: words, centre: words }))),
	policy: v.exactOptional(policySchema, {}),
});

/** An organisation. `kind` is the party it is in a PIP; `gemeente` also stands for a body that executes for several. */
const partnerSchema = v.strictObject({
	id: v.pipe(slug, v.notValue(unassigned, 'is the word for nobody')),
	name: words,
	kind: v.picklist(['gemeente', 'school', 'partner']),
	source: sourceSchema,
});

const responsibilitySchema = v.strictObject({
	component: v.picklist(components),
	gemeenten: v.pipe(v.array(code), v.nonEmpty('must name a gemeente')),
	value: v.pipe(
		v.strictObject({
			first: slug,
			because: v.exactOptional(v.picklist(['notDecided', 'providerNotNamed', 'notMentioned'])),
			staffFunction: v.exactOptional(v.picklist(staffFunctions)),
			alongside: v.exactOptional(v.array(slug), []),
			ifNeeded: v.exactOptional(v.array(slug), []),
		}),
		v.check(
			({ first, because }) => (first === unassigned) === (because !== undefined),
			'because must be given exactly when first is unassigned',
		),
	),
	source: sourceSchema,
});

/**
 * `source` says where the offer is known from, `counts` whether its hours count for participation. A criterion is
 * `given` where the activity cannot be otherwise, `ask` where the resident must say it (Besluit inburgering 2021, art. 3.14).
 */
const activitySchema = v.strictObject({
	id: v.picklist(activityIds),
	counts: fact(v.picklist(['yes', 'no', 'ask'])),
	criteria: v.strictObject({
		dutchSpeaking: v.picklist(['given', 'ask']),
		together: v.picklist(['given', 'ask']),
	}),
	source: sourceSchema,
});

/** A place where meetings of a component are held. */
const placeSchema = v.strictObject({
	id: slug,
	name: words,
	components: v.pipe(v.array(v.picklist(components)), v.nonEmpty('must name a component')),
	source: sourceSchema,
});

/** How to reach the tenant; opening hours per weekday, 1 is Monday, the end exclusive. */
const contactSchema = v.strictObject({
	phone: v.exactOptional(fact(words)),
	email: v.exactOptional(fact(v.pipe(v.string(), v.email('must be an e-mail address')))),
	opening: v.exactOptional(
		fact(v.array(v.strictObject({ weekday: count(1, 7), from: clockTime, until: clockTime }))),
	),
});

/** The shape of a definition; what must hold between its parts stands in `consistency.ts`. */
export const definitionSchema = v.strictObject({
	id: slug,
	name: words,
	hosts: v.pipe(v.array(host), v.nonEmpty('must name a host')),
	theme: themeSchema,
	contact: v.exactOptional(contactSchema, {}),
	gemeenten: v.pipe(v.array(gemeenteSchema), v.nonEmpty('must name a gemeente')),
	policy: policySchema,
	partners: v.array(partnerSchema),
	responsibilities: v.array(responsibilitySchema),
	activities: v.pipe(v.array(activitySchema), v.nonEmpty('must offer an activity')),
	places: v.exactOptional(v.array(placeSchema), []),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

export type Definition = DeepReadonly<v.InferOutput<typeof definitionSchema>>;
export type PolicyFacts = DeepReadonly<v.InferOutput<typeof policySchema>>;
export type Gemeente = Definition['gemeenten'][number];
export type Partner = Definition['partners'][number];
export type Responsibility = Definition['responsibilities'][number];
export type OfferedActivity = Definition['activities'][number];
export type Place = Definition['places'][number];
