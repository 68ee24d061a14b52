package io.evaldata.datasets.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Turns the names that archives give their members into relative paths, and refuses names that want elsewhere. */
final class MemberNames {
    private static final int MAX_SEGMENT_BYTES = 255;
    private static final Set<String> WINDOWS_DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final boolean ON_WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private MemberNames() {}

    /** Why a name cannot be used; ends a sentence that starts with the member. */
    static final class UnsafeName extends Exception {
        UnsafeName(String reason) {
            super(reason);
        }
    }

    /**
     * The name as a relative path: {@code /} between segments, none of them empty, {@code .} or {@code ..}; empty for the
     * archive's root.
     *
     * @throws UnsafeName when the name is absolute, climbs, or cannot be a file's name everywhere
     */
    static String normalise(String name) throws UnsafeName {
        return normalise(name, ON_WINDOWS);
    }

    static String normalise(String name, boolean windows) throws UnsafeName {
        if (name.startsWith("/")) {
            throw new UnsafeName("has an absolute name");
        }
        if (name.length() > 1 && name.charAt(1) == ':' && Character.isLetter(name.charAt(0))) {
            throw new UnsafeName("names a drive");
        }
        StringBuilder path = null;
        int kept = 0;
        for (int start = 0; start <= name.length(); ) {
            int slash = name.indexOf('/', start);
            int end = slash < 0 ? name.length() : slash;
            boolean dropped = end == start || (end == start + 1 && name.charAt(start) == '.');
            if (dropped) {
                if (path == null) {
                    path = new StringBuilder(name.length()).append(name, 0, kept);
                }
            } else {
                checkSegment(name, start, end, windows);
                if (path != null) {
                    path.append(path.length() > 0 ? "/" : "").append(name, start, end);
                }
                kept = end;
            }
            start = end + 1;
        }
        return path == null ? name : path.toString();
    }

    /** Whether macOS put the member there for itself. */
    static boolean isLeftByMacOs(String normalisedName) {
        return normalisedName.startsWith("__MACOSX/")
                || normalisedName.equals("__MACOSX")
                || normalisedName.startsWith("._", normalisedName.lastIndexOf('/') + 1);
    }

    private static void checkSegment(String name, int start, int end, boolean windows) throws UnsafeName {
        if (end == start + 2 && name.charAt(start) == '.' && name.charAt(start + 1) == '.') {
            throw new UnsafeName("tries to leave its folder through '..'");
        }
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == 0x7f) {
                throw new UnsafeName("has a control character in its name");
            }
            if (c == '\\') {
                throw new UnsafeName("has a backslash in its name");
            }
            ascii &= c < 0x80;
        }
        int bytes = ascii ? end - start : name.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_SEGMENT_BYTES) {
            throw new UnsafeName("has a name of more than " + MAX_SEGMENT_BYTES + " bytes between slashes");
        }
        if (windows) {
            checkWindowsSegment(name.substring(start, end));
        }
    }

    private static void checkWindowsSegment(String segment) throws UnsafeName {
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            throw new UnsafeName("has a name that ends in a dot or a space, which Windows does not keep");
        }
        if (segment.chars().anyMatch(c -> "<>:\"|?*".indexOf(c) >= 0)) {
            throw new UnsafeName("has a character in its name that Windows does not allow");
        }
        String stem = segment.toLowerCase(Locale.ROOT);
        int dot = stem.indexOf('.');
        stem = (dot < 0 ? stem : stem.substring(0, dot)).strip();
        if (WINDOWS_DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9\u00b9\u00b2\u00b3]")) {
            throw new UnsafeName("has the name of a Windows device");
        }
    }
}
