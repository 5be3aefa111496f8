package org.yinxin.pki.key;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Lends a key of ours to the library's builders of signed messages, for one signature. */
public final class KeyContentSigner implements ContentSigner {

    private final SigningKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    public KeyContentSigner(SigningKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return key.signatureAlgorithm();
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(content.toByteArray());
    }
}
