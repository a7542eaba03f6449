import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as contacts from '#lib/server/contacts/contacts.ts';
import * as notices from '#lib/server/notices/notices.ts';
import * as sending from '#lib/server/sending/sending.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { clockHours } from './clock-hours.ts';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const choice = await notices.ownChoice(actor);
	return {
		choice,
		channels: notices.offered(locals.settings),
		pushKey: notices.pushKey(locals.settings),
		isDigital: (await sending.wayOf(actor, actor.personId, 'decisions')) === 'portal',
		isSetByGemeente: (await contacts.own(actor)).safeContact === 'byGemeente',
		isSaved: url.searchParams.has('bewaard'),
	};
});

const schema = v.object({
	...Object.fromEntries(notices.groups.map((group) => [`group-${group}`, fields.ticked])),
	...Object.fromEntries(
		notices.channelNames.map((channel) => [`channel-${channel}`, fields.ticked]),
	),
	quiet: fields.ticked,
	quietFrom: fields.choice(clockHours),
	quietUntil: fields.choice(clockHours),
	remindsInQuiet: fields.ticked,
});

const subscription = v.object({
	endpoint: fields.text(1000),
	p256dh: fields.text(100),
	auth: fields.text(40),
});

export const actions = {
	choose: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { typed, value } = form;
		// A channel that this portal has not stands on no form; what was chosen of it stays.
		const before = await notices.ownChoice(resident(locals));
		const offered = notices.offered(locals.settings);
		const chosen = {
			groupsOff: notices.groups.filter((group) => !typed[`group-${group}`]),
			channelsOff: notices.channelNames.filter((channel) =>
				offered.includes(channel)
					? !typed[`channel-${channel}`]
					: before.channelsOff.includes(channel),
			),
			quiet: value.quiet ? { from: value.quietFrom, until: value.quietUntil } : null,
			remindsInQuiet: value.remindsInQuiet,
		};
		const outcome = await notices.choose(resident(locals), chosen, locals.moment.now);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed });
		redirect(303, '/meldingen/keuze?bewaard');
	}),

	safe: answer(async ({ locals }: RequestEvent) => {
		await notices.sayVeiligContact(resident(locals), true, locals.moment.now);
		redirect(303, '/meldingen/keuze?bewaard');
	}),

	unsafe: answer(async ({ locals }: RequestEvent) => {
		const isEnded = await notices.sayVeiligContact(resident(locals), false, locals.moment.now);
		redirect(303, isEnded ? '/meldingen/keuze?bewaard' : '/indienen/veilig-contact');
	}),

	subscribe: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(subscription, request);
		if (!form.ok) return fail(400, { problems: { push: 'notAChoice' as const } });
		const outcome = await notices.subscribe(resident(locals), form.value, locals.moment.now);
		if (!outcome.ok) return fail(400, { problems: { push: 'notAChoice' as const } });
		redirect(303, '/meldingen/keuze?bewaard');
	}),

	unsubscribe: answer(async ({ locals }: RequestEvent) => {
		await notices.unsubscribe(resident(locals), null, locals.moment.now);
		redirect(303, '/meldingen/keuze?bewaard');
	}),
} satisfies Actions;
