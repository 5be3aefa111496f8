package org.yinxin.authority.profile;

import org.yinxin.pki.certificate.TbsCertificate;

/** The very bytes that are to be signed for one pair. */
public record IntendedPair(TbsCertificate signing, TbsCertificate encryption) {}
