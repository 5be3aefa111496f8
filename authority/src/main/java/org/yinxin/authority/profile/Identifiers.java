package org.yinxin.authority.profile;

import org.jspecify.annotations.Nullable;
import org.yinxin.pki.extension.IdentifyCode;

/** What an order says about the subject beside its name; which of it stands in a certificate is the profile's business. */
public record Identifiers(@Nullable String organisationCode, @Nullable IdentifyCode identity) {

    /** Without the values: they are personal. */
    @Override
    public String toString() {
        return "Identifiers";
    }
}
