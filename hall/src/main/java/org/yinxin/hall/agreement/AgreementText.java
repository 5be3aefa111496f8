package org.yinxin.hall.agreement;

import org.yinxin.hall.catalogue.Words;

/**
 * One version of one agreement.
 *
 * @param code which agreement
 * @param version from 1
 * @param title its first line
 * @param text the whole, plain lines with empty lines between paragraphs
 * @param sm3 the digest that an acceptance names, in hexadecimal digits
 */
public record AgreementText(String code, int version, Words title, Words text, String sm3) {}
