package io.evaldata.datasets.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A 512-byte header of a tar archive: V7, ustar (POSIX.1-1988) or GNU.
 *
 * <p>Field positions as in the "pax Interchange Format" of POSIX.1-2017 and in GNU tar's manual, "Basic Tar Format".
 */
final class TarHeader {
    static final int SIZE = 512;

    /** In a sparse member's header: whether more of its map follows. */
    static final int SPARSE_GOES_ON = 482;

    /** In a further block of a sparse member's map: whether more of it follows. */
    static final int SPARSE_MAP_GOES_ON = 504;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int CONTENT_SIZE = 124;
    private static final int CONTENT_SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;

    private final byte[] block = new byte[SIZE];

    /** The 512 bytes to fill. */
    byte[] block() {
        return block;
    }

    boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the header's checksum is right, summed as unsigned bytes, or as signed ones like some old tars did. */
    boolean isIntact() {
        int unsigned = 0;
        int signed = 0;
        for (byte b : block) {
            unsigned += b & 0xff;
            signed += b;
        }
        for (int i = CHECKSUM; i < CHECKSUM + CHECKSUM_LENGTH; i++) {
            unsigned += ' ' - (block[i] & 0xff);
            signed += ' ' - block[i];
        }
        long stated = octal(CHECKSUM, CHECKSUM_LENGTH);
        return stated == unsigned || stated == signed;
    }

    /** The type flag; {@code '0'} for the old spellings of an ordinary file. */
    char type() {
        char type = (char) (block[TYPE] & 0xff);
        return type == 0 || type == '7' ? '0' : type;
    }

    /** Name with prefix, as written. */
    String name() {
        String name = text(block, NAME, NAME_LENGTH);
        boolean ustar =
                block[MAGIC] == 'u' && block[MAGIC + 1] == 's' && block[MAGIC + 2] == 't' && block[MAGIC + 5] == 0;
        return ustar && block[PREFIX] != 0 ? text(block, PREFIX, PREFIX_LENGTH) + "/" + name : name;
    }

    String link() {
        return text(block, LINK, NAME_LENGTH);
    }

    /** Bytes of content behind the header, or -1 when the field cannot be read. */
    long size() {
        if ((block[CONTENT_SIZE] & 0x80) == 0) {
            return octal(CONTENT_SIZE, CONTENT_SIZE_LENGTH);
        }
        long value = block[CONTENT_SIZE] & 0x7f;
        for (int i = 1; i < CONTENT_SIZE_LENGTH; i++) {
            if (value >> 55 != 0) {
                return -1;
            }
            value = value << 8 | (block[CONTENT_SIZE + i] & 0xff);
        }
        return value;
    }

    /** Text that ends at a NUL: UTF-8, or Latin-1 when it is not valid UTF-8. */
    static String text(byte[] bytes, int offset, int maxLength) {
        int length = 0;
        boolean ascii = true;
        while (length < maxLength && bytes[offset + length] != 0) {
            ascii &= bytes[offset + length] >= 0;
            length++;
        }
        if (ascii) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
    }

    private long octal(int offset, int length) {
        int i = offset;
        int end = offset + length;
        while (i < end && block[i] == ' ') {
            i++;
        }
        long value = 0;
        for (; i < end && block[i] != 0 && block[i] != ' '; i++) {
            int digit = block[i] - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            value = value << 3 | digit;
        }
        return value;
    }
}
