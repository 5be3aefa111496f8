package org.yinxin.hall.application.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.application.ReceiveVisitor;

/** What an officer typed about a visitor; all of it may be missing. */
record VisitorForm(
        @Nullable String mobile,
        @Nullable String code,
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable Boolean documentSeen) {

    static final VisitorForm EMPTY = new VisitorForm(null, null, null, null, null);

    ReceiveVisitor.Typed typed() {
        return new ReceiveVisitor.Typed(
                text(mobile),
                text(code),
                text(name),
                text(identityNumber),
                Boolean.TRUE.equals(documentSeen));
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    /** Without personal data: it may end up in a log. */
    @Override
    public String toString() {
        return "VisitorForm[]";
    }
}
