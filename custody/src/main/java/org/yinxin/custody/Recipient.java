package org.yinxin.custody;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import org.yinxin.pki.certificate.SignedCertificate;

/**
 * For whom a key is to be sealed.
 *
 * @param certificate in which the key was handed in; null where the caller keeps it himself
 */
record Recipient(PublicKey key, @Nullable SignedCertificate certificate) {}
