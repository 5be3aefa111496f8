package org.yinxin.hall.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinxin.hall.outcome.Refusal;
import org.yinxin.hall.outcome.Violation;

/** Says a refusal in the reader's language. A missing message is a fault that a test finds; the reader gets the key. */
@Component
final class RefusalWords {

    private final MessageSource messages;

    RefusalWords(MessageSource messages) {
        this.messages = messages;
    }

    String sentence(Refusal refusal, Locale locale) {
        return say(refusal.code().messageKey(), refusal.arguments(), locale);
    }

    List<FieldMessage> fields(Refusal refusal, Locale locale) {
        return refusal.violations().stream()
                .map(each -> new FieldMessage(each.field(), sentence(each, locale)))
                .toList();
    }

    private String sentence(Violation violation, Locale locale) {
        return say(violation.messageKey(), violation.arguments(), locale);
    }

    String say(String key, List<String> arguments, Locale locale) {
        String found = messages.getMessage(key, arguments.toArray(), key, locale);
        return found == null ? key : found;
    }
}
