package org.yinxin.standins.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import org.yinxin.standins.mail.MailSteering.Behaviour;

/** One connection (RFC 5321): HELO, EHLO, MAIL, RCPT, DATA, RSET, NOOP and QUIT, without extensions. */
final class SmtpTalk {

    private static final int LARGEST_LETTER = 256 * 1024;

    private final BufferedReader in;
    private final Socket caller;
    private final Behaviour behaviour;
    private final Clock clock;
    private final Consumer<CaughtLetter> taken;
    private final List<String> receivers = new ArrayList<>();
    private boolean sender;

    SmtpTalk(Socket caller, Behaviour behaviour, Clock clock, Consumer<CaughtLetter> taken)
            throws IOException {
        this.caller = caller;
        this.behaviour = behaviour;
        this.clock = clock;
        this.taken = taken;
        // Octets are kept as they are: the letter itself says what they mean.
        this.in =
                new BufferedReader(
                        new InputStreamReader(
                                caller.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void carryOn() throws IOException {
        if (behaviour instanceof Behaviour.Dead) {
            return;
        }
        say("220 stand-in ESMTP");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (verb.equals("QUIT")) {
                say("221 bye");
                return;
            }
            if (verb.equals("DATA") && behaviour instanceof Behaviour.DoneButSilent) {
                data();
                return;
            }
            say(answer(verb, line));
        }
    }

    private String answer(String verb, String line) throws IOException {
        return switch (verb) {
            case "HELO", "EHLO" -> "250 stand-in";
            case "MAIL" -> {
                reset();
                sender = true;
                yield "250 ok";
            }
            case "RCPT" -> receiver(line);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                yield "250 ok";
            }
            case "NOOP" -> "250 ok";
            default -> "502 not known";
        };
    }

    private String receiver(String line) {
        if (!sender) {
            return "503 MAIL comes first";
        }
        if (behaviour instanceof Behaviour.Refuses(int reply)) {
            return reply + " not here";
        }
        int begin = line.indexOf('<');
        int end = line.indexOf('>', begin);
        if (begin < 0 || end < begin) {
            return "501 no address";
        }
        receivers.add(line.substring(begin + 1, end));
        return "250 ok";
    }

    private String data() throws IOException {
        if (receivers.isEmpty()) {
            return "503 RCPT comes first";
        }
        say("354 go ahead");
        StringBuilder letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // RFC 5321, 4.5.2: a point at the beginning was doubled.
            letter.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (letter.length() > LARGEST_LETTER) {
                return "552 too large";
            }
        }
        if (behaviour instanceof Behaviour.Slow(var delay)) {
            rest(delay.toMillis());
        }
        String answer = take(letter.toString());
        reset();
        return answer;
    }

    private String take(String letter) throws IOException {
        try {
            MimeMessage read =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(letter.getBytes(StandardCharsets.ISO_8859_1)));
            String text = String.valueOf(read.getContent());
            String subject = String.valueOf(read.getSubject());
            String id = String.valueOf(read.getMessageID());
            receivers.forEach(
                    to -> taken.accept(new CaughtLetter(clock.instant(), id, to, subject, text)));
            return "250 taken";
        } catch (MessagingException e) {
            return "554 no letter";
        }
    }

    private void reset() {
        sender = false;
        receivers.clear();
    }

    private void say(String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
