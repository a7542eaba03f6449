import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Where another app shares a photo when the worker of the phone did not take it: to the page where one chooses it again. */
export const POST: RequestHandler = () => redirect(303, '/uren-zonder-verbinding?gedeeld');
