package org.yinxin.pki.envelope;

import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 on whole blocks, without padding: ECB, or CBC where an initial vector is given. */
final class Sm4Blocks {

    static final int KEY_BYTES = 16;
    static final int BLOCK_BYTES = 16;

    private Sm4Blocks() {}

    static byte[] apply(boolean encrypt, byte[] key, byte[] blocks) {
        SM4Engine engine = new SM4Engine();
        engine.init(encrypt, new KeyParameter(key));
        byte[] out = new byte[blocks.length];
        for (int i = 0; i < blocks.length; i += BLOCK_BYTES) {
            engine.processBlock(blocks, i, out, i);
        }
        return out;
    }

    static byte[] encryptChained(byte[] key, byte[] vector, byte[] blocks) {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(key));
        byte[] out = new byte[blocks.length];
        byte[] block = vector.clone();
        for (int i = 0; i < blocks.length; i += BLOCK_BYTES) {
            for (int j = 0; j < BLOCK_BYTES; j++) {
                block[j] ^= blocks[i + j];
            }
            engine.processBlock(block, 0, out, i);
            System.arraycopy(out, i, block, 0, BLOCK_BYTES);
        }
        return out;
    }

    static byte[] decryptChained(byte[] key, byte[] vector, byte[] blocks) {
        byte[] out = apply(false, key, blocks);
        for (int i = 0; i < blocks.length; i++) {
            out[i] ^= i < BLOCK_BYTES ? vector[i] : blocks[i - BLOCK_BYTES];
        }
        return out;
    }
}
