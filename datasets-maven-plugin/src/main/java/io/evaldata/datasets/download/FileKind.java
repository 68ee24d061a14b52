package io.evaldata.datasets.download;

import java.util.Arrays;

/** The format a file must have, told by its first bytes, so that an error page is never taken for data. */
public enum FileKind {
    ZIP("a zip archive"),
    GZIP("a gzip file"),
    TAR("a tar archive"),
    /** A text, a MATLAB file, a picture: anything without a check of its own. */
    ANY("a file");

    /** How many leading bytes {@link #matches} wants to see: up to the magic of a tar header. */
    public static final int HEAD = 512;

    private static final int TAR_MAGIC_AT = 257;

    private final String article;

    FileKind(String article) {
        this.article = article;
    }

    /** The kind with its article, for messages: {@code a zip archive}. */
    public String described() {
        return article;
    }

    /** The kind that a file name promises. */
    public static FileKind ofName(String file) {
        if (file.endsWith(".zip")) {
            return ZIP;
        }
        if (file.endsWith(".gz") || file.endsWith(".tgz")) {
            return GZIP;
        }
        return file.endsWith(".tar") ? TAR : ANY;
    }

    /**
     * Whether the leading bytes of a file fit this kind.
     *
     * @param head the first {@link #HEAD} bytes, fewer only when the file is shorter
     */
    public boolean matches(byte[] head) {
        return switch (this) {
            case ZIP -> startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6);
            case GZIP -> startsWith(head, 0x1f, 0x8b);
            case TAR -> isTarHeader(head);
            case ANY -> true;
        };
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTarHeader(byte[] head) {
        if (head.length < HEAD) {
            return false;
        }
        byte[] magic = Arrays.copyOfRange(head, TAR_MAGIC_AT, TAR_MAGIC_AT + 5);
        return Arrays.equals(magic, new byte[] {'u', 's', 't', 'a', 'r'}) || hasTarChecksum(head);
    }

    /** Tar files older than POSIX have no magic; their header checksum (octal at 148, itself counted as blanks) tells. */
    private static boolean hasTarChecksum(byte[] head) {
        int stated = 0;
        int sum = 0;
        for (int i = 0; i < HEAD; i++) {
            boolean inField = i >= 148 && i < 156;
            sum += inField ? ' ' : head[i] & 0xff;
            if (inField && head[i] >= '0' && head[i] <= '7') {
                stated = stated * 8 + head[i] - '0';
            }
        }
        return stated == sum && stated > 8 * ' ';
    }
}
