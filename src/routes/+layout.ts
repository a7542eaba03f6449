/** Every page is plain HTML: a cheap phone reads it at once, and every form works without JavaScript. */
export const csr = false;
