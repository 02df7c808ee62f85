/** Limits the server holds as well; here so that a form can say so before it is sent. */
export const PASSWORD_MIN = 8;
