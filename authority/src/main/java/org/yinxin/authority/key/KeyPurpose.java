package org.yinxin.authority.key;

/** What an authority's key is asked for. A store may keep the purposes apart, or allow only some of them. */
public enum KeyPurpose {
    SIGN_CERTIFICATES,
    SIGN_CRLS,
    SIGN_OCSP_ANSWERS,
    SIGN_TIME_STAMPS,
    SIGN_ENROLMENT_ANSWERS
}
