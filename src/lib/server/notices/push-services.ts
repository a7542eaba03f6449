/** The push services of the browsers; a message goes to no other host. */
const services = [
	/^fcm\.googleapis\.com$/,
	/^(?:[a-z\d-]+\.)*push\.services\.mozilla\.com$/,
	/^(?:[a-z\d-]+\.)*push\.apple\.com$/,
	/^(?:[a-z\d-]+\.)*notify\.windows\.com$/,
] as const;

/** Whether an address from outside is an endpoint of a known push service, over TLS on its usual port. */
export function isPushService(endpoint: string): boolean {
	if (!URL.canParse(endpoint)) return false;
	const { protocol, hostname, port, username, password } = new URL(endpoint);
	const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
	return isPlain && services.some((service) => service.test(hostname));
}
