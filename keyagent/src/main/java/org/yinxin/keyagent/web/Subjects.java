package org.yinxin.keyagent.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.pki.name.SubjectName;

/** The name in a signing request. It is a wish only; a page that does not say any gets one that says so. */
final class Subjects {

    private static final SubjectName NAMELESS =
            new SubjectName("CN", null, null, "Yinxin", List.of(), "signing request");

    private Subjects() {}

    static KeyAnswer<SubjectName> read(JsonBody body) {
        JsonBody subject = body.object("subject");
        if (!subject.has("commonName")) {
            return KeyAnswer.done(NAMELESS);
        }
        try {
            return KeyAnswer.done(
                    new SubjectName(
                            subject.has("country") ? subject.text("country") : "CN",
                            optional(subject, "province"),
                            optional(subject, "locality"),
                            subject.text("organisation"),
                            subject.texts("organisationalUnits"),
                            subject.text("commonName")));
        } catch (IllegalArgumentException e) {
            return KeyAnswer.refused(KeyRefusal.UNFIT_SUBJECT);
        }
    }

    private static @Nullable String optional(JsonBody subject, String name) {
        return subject.has(name) ? subject.text(name) : null;
    }
}
