package io.evaldata.datasets.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The digest of a file's content, as published: an algorithm and lower-case hex.
 *
 * @param algorithm how it was computed
 * @param hex the digest in lower-case hexadecimal
 */
public record Checksum(Algorithm algorithm, String hex) {

    /** The digests that dataset publishers state. */
    public enum Algorithm {
        SHA256("SHA-256", 64),
        SHA1("SHA-1", 40),
        MD5("MD5", 32);

        private final String jcaName;
        private final int hexLength;

        Algorithm(String jcaName, int hexLength) {
            this.jcaName = jcaName;
            this.hexLength = hexLength;
        }

        /** A fresh digest of this algorithm. */
        public MessageDigest newDigest() {
            try {
                return MessageDigest.getInstance(jcaName);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + jcaName, e);
            }
        }

        /** What a digest of this algorithm has come to; it may be used anew. */
        public Checksum finish(MessageDigest digest) {
            return new Checksum(this, HexFormat.of().formatHex(digest.digest()));
        }

        /** The name as catalogue files write it: {@code sha256}, {@code sha1}, {@code md5}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
        if (hex.length() != algorithm.hexLength || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException(
                    algorithm.key() + " must be " + algorithm.hexLength + " hex digits, found '" + hex + "'");
        }
    }

    // Written out: what Java makes of a record at first use takes it milliseconds, and this is among the first.
    @Override
    public boolean equals(Object other) {
        return other instanceof Checksum that && algorithm == that.algorithm && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /** The SHA-256 of a text in UTF-8. */
    public static Checksum sha256(String text) {
        MessageDigest digest = Algorithm.SHA256.newDigest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Algorithm.SHA256.finish(digest);
    }

    @Override
    public String toString() {
        return algorithm.key() + ":" + hex;
    }
}
