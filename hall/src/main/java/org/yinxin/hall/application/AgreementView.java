package org.yinxin.hall.application;

import org.yinxin.hall.catalogue.Words;

/**
 * An agreement to be read and accepted.
 *
 * @param code its code
 * @param version its version
 * @param title its title
 * @param text its whole text
 * @param sm3 the digest of the text, which the acceptance names
 * @param accepted whether this application has accepted it
 */
public record AgreementView(
        String code, int version, Words title, Words text, String sm3, boolean accepted) {}
