/**
 * E-mail. Owns mailboxes, received mails, mails on their way out and the workspace's outgoing server.
 *
 * <p>In: {@code SmtpDoor} (or an upload) keeps the source and a row, then says 250; {@code IntakeWorker} files each row with
 * {@code MailFiling}: reads it, finds its ticket, writes down why. Out: {@code EmailOutlet} queues an answer in its own transaction;
 * {@code Dispatcher} sends it, a lane for each server. A module above may put a
 * line under an answer's words: {@link org.fourleaf.email.AnswerFoot}.
 */
@ApplicationModule(allowedDependencies = {"platform", "mailreading", "people", "customers", "departments", "tickets"})
@NullMarked
package org.fourleaf.email;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
