package org.yinxin.pki.der;

import java.io.IOException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.jspecify.annotations.Nullable;

/** Reads and writes DER (ITU-T X.690, 10). */
public final class Der {

    private Der() {}

    /** What turns a parsed value into one of the library's structures; it may answer null, as those do. */
    @FunctionalInterface
    public interface Structure<T> extends Function<Object, @Nullable T> {}

    /** A look into a structure, with all that can go wrong in it. */
    @FunctionalInterface
    public interface Interpretation<T> {
        T get() throws IOException, MalformedDerException;
    }

    /**
     * Reads one structure, whole: nothing may follow it.
     *
     * @param most the longest input worth parsing, in bytes
     */
    public static <T extends ASN1Object> T read(byte[] input, int most, Structure<T> structure)
            throws MalformedDerException {
        if (input.length > most) {
            throw new MalformedDerException("longer than " + most + " bytes");
        }
        return interpret(
                () -> {
                    T value = structure.apply(ASN1Primitive.fromByteArray(input));
                    if (value == null) {
                        throw new MalformedDerException("nothing there");
                    }
                    // The library parses long sequences when they are first looked at; encoding
                    // looks at all of it.
                    value.getEncoded(ASN1Encoding.DER);
                    return value;
                });
    }

    /** Looks into a structure that came from a stranger; whatever the library throws there means that it is malformed. */
    public static <T> T interpret(Interpretation<T> interpretation) throws MalformedDerException {
        try {
            return interpretation.get();
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException e) {
            throw new MalformedDerException("not the expected structure: " + e.getClass());
        }
    }

    /** Reads one structure that must also be encoded as DER demands, so that equal contents are equal bytes. */
    public static <T extends ASN1Object> T readStrictly(
            byte[] input, int most, Structure<T> structure) throws MalformedDerException {
        T value = read(input, most, structure);
        if (!Arrays.equals(encode(value), input)) {
            throw new MalformedDerException("not in DER");
        }
        return value;
    }

    /** A SEQUENCE of parts that are in DER already; what is signed often is not taken apart again. */
    public static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    /**
     * A value with a tag of one octet.
     *
     * @param tag such as 0xa0 for a constructed, context-specific 0
     * @param parts the contents, one after the other
     */
    public static byte[] tagged(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] header = header(tag, length);
        byte[] encoded = Arrays.copyOf(header, header.length + length);
        int at = header.length;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, encoded, at, part.length);
            at += part.length;
        }
        return encoded;
    }

    /** What stands before the contents of a value with a tag of one octet: the tag, and how long the contents are. */
    public static byte[] header(int tag, long length) {
        int lengthOctets = length < 0x80 ? 0 : (71 - Long.numberOfLeadingZeros(length)) / 8;
        byte[] header = new byte[2 + lengthOctets];
        header[0] = (byte) tag;
        header[1] = (byte) (lengthOctets == 0 ? length : 0x80 | lengthOctets);
        int at = 2;
        for (int shift = (lengthOctets - 1) * 8; shift >= 0; shift -= 8) {
            header[at++] = (byte) (length >>> shift);
        }
        return header;
    }

    /** Writes a structure that we made ourselves and that therefore cannot fail. */
    public static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("cannot encode " + value.getClass(), e);
        }
    }
}
