package org.yinxin.hall.notification.gateway;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.code.EmailAddress;
import org.yinxin.hall.notification.gateway.MailSettings.Security;

/**
 * A mail server that speaks SMTP (RFC 5321). What it refuses about the letter or its receiver with a reply of 5xx is
 * refused for good; all else may be tried again.
 */
final class SmtpMailGateway implements MailGateway {

    private static final int REFUSED = 500;

    private final MailSettings settings;
    private final String host;
    private final String from;
    private final @Nullable String password;
    private final Clock clock;
    private final Session session;

    SmtpMailGateway(
            MailSettings settings,
            String host,
            String from,
            @Nullable String password,
            Clock clock) {
        this.settings = settings;
        this.host = host;
        this.from = from;
        this.password = password;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties all = new Properties();
        all.setProperty("mail.smtp.connectiontimeout", millis(settings.connectWithin().toMillis()));
        all.setProperty("mail.smtp.timeout", millis(settings.answerWithin().toMillis()));
        all.setProperty("mail.smtp.writetimeout", millis(settings.answerWithin().toMillis()));
        all.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        all.setProperty(
                "mail.smtp.ssl.enable", String.valueOf(settings.security() == Security.TLS));
        all.setProperty(
                "mail.smtp.starttls.required",
                String.valueOf(settings.security() == Security.STARTTLS));
        all.setProperty(
                "mail.smtp.starttls.enable",
                String.valueOf(settings.security() == Security.STARTTLS));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return all;
    }

    private static String millis(long value) {
        return String.valueOf(value);
    }

    @Override
    public Delivery deliver(UUID id, EmailAddress to, String subject, String text) {
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage letter = letter(id, to, subject, text);
            transport.connect(host, settings.port(), settings.user(), password);
            transport.sendMessage(letter, new Address[] {new InternetAddress(to.value(), true)});
            return new Delivery.Taken();
        } catch (MessagingException e) {
            int reply = reply(e);
            return reply >= REFUSED
                    ? new Delivery.Refused("SMTP_" + reply)
                    : new Delivery.Unreachable(
                            reply > 0 ? "SMTP_" + reply : e.getClass().getSimpleName());
        }
    }

    private MimeMessage letter(UUID id, EmailAddress to, String subject, String text)
            throws MessagingException {
        MimeMessage letter =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
                    }
                };
        letter.setFrom(new InternetAddress(from, true));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to.value(), true));
        letter.setSubject(subject, StandardCharsets.UTF_8.name());
        letter.setText(text, StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.saveChanges();
        return letter;
    }

    /** The server's reply about the letter, its sender or its receiver; 0 for what is about us or the moment. */
    private static int reply(MessagingException fault) {
        for (Exception each = fault; each != null; each = next(each)) {
            switch (each) {
                case SMTPAddressFailedException address -> {
                    return address.getReturnCode();
                }
                case SMTPSenderFailedException sender -> {
                    return sender.getReturnCode();
                }
                case SMTPSendFailedException sending -> {
                    return sending.getReturnCode();
                }
                default -> {}
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception fault) {
        return fault instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
