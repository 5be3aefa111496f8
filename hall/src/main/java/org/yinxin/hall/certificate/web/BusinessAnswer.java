package org.yinxin.hall.certificate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.yinxin.hall.certificate.CertificateBusiness;
import org.yinxin.hall.outcome.Refusal;

/** A business about a certificate as the open API tells it, and as the pages show it. */
@Schema(name = "CertificateBusiness")
public record BusinessAnswer(
        String plan,
        String business,
        String title,
        @Schema(description = "whether it can be begun now") boolean offered,
        @Schema(description = "when it can be, or why it cannot, with dates") String words,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static BusinessAnswer of(CertificateBusiness one, MessageSource messages, Locale reader) {
        return new BusinessAnswer(
                one.plan(),
                one.business(),
                one.title().in(reader),
                one.offered(),
                words(one, messages, reader),
                one.from(),
                one.to());
    }

    private static String words(CertificateBusiness one, MessageSource messages, Locale reader) {
        Refusal refusal = one.refusal();
        if (refusal != null) {
            return say(
                    messages, refusal.code().messageKey(), reader, refusal.arguments().toArray());
        }
        LocalDate from = one.from();
        LocalDate to = one.to();
        String last = one.lastDay().toString();
        if (from != null && to != null) {
            return say(
                    messages,
                    "certificate.business.between",
                    reader,
                    from.toString(),
                    to.toString(),
                    last);
        }
        if (from != null) {
            return say(messages, "certificate.business.from", reader, from.toString(), last);
        }
        return to != null
                ? say(messages, "certificate.business.to", reader, to.toString(), last)
                : say(messages, "certificate.business.always", reader, last);
    }

    private static String say(
            MessageSource messages, String key, Locale reader, Object... arguments) {
        String said = messages.getMessage(key, arguments, key, reader);
        return said == null ? key : said;
    }
}
