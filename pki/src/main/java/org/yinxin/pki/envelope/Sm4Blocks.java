package org.yinxin.pki.envelope;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 in ECB mode without padding, as the envelope needs it for a private key of exactly two blocks. */
final class Sm4Blocks {

    static final int KEY_BYTES = 16;

    private Sm4Blocks() {}

    static byte[] apply(boolean encrypt, byte[] key, byte[] blocks) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypt, new KeyParameter(key));
        byte[] out = new byte[blocks.length];
        for (int i = 0; i < blocks.length; i += engine.getBlockSize()) {
            engine.processBlock(blocks, i, out, i);
        }
        return out;
    }
}
