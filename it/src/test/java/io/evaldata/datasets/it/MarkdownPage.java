package io.evaldata.datasets.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation, taken apart.
 *
 * @param path the file
 * @param text all of it
 * @param fences its fenced blocks
 * @param indented its blocks that are code for being indented; their language is {@code indented}
 * @param prose its lines outside of all these
 */
record MarkdownPage(Path path, String text, List<Fence> fences, List<Fence> indented, List<String> prose) {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final String NAME = "<!-- file: ";
    private static final String INDENT = "    ";

    MarkdownPage {
        fences = List.copyOf(fences);
        indented = List.copyOf(indented);
        prose = List.copyOf(prose);
    }

    /** Whatever users and contributors are told: for users, for contributors, and the README of generated projects. */
    static List<MarkdownPage> all() throws IOException {
        return Stream.concat(
                        forUsers().stream(),
                        Stream.of(
                                        "CONTRIBUTING.md",
                                        "datasets-archetype/src/main/resources/archetype-resources/README.md")
                                .map(REPOSITORY::resolve)
                                .map(MarkdownPage::read))
                .toList();
    }

    /** The README and everything below {@code docs}. */
    static List<MarkdownPage> forUsers() throws IOException {
        try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
            return Stream.concat(Stream.of(REPOSITORY.resolve("README.md")), docs.sorted())
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(MarkdownPage::read)
                    .toList();
        }
    }

    static MarkdownPage read(Path path) {
        try {
            return parse(path.toAbsolutePath().normalize(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarkdownPage parse(Path path, String text) {
        List<Fence> fences = new ArrayList<>();
        List<Fence> indented = new ArrayList<>();
        List<String> prose = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String mark = mark(lines.get(i));
            if (isIndented(lines, i)) {
                String place = REPOSITORY.relativize(path) + ":" + (i + 1);
                StringBuilder inside = new StringBuilder();
                for (; i < lines.size() && lines.get(i).startsWith(INDENT); i++) {
                    inside.append(lines.get(i).substring(INDENT.length())).append('\n');
                }
                i--;
                indented.add(new Fence(place, List.of("indented"), inside.toString()));
                continue;
            }
            if (mark.isEmpty()) {
                prose.add(lines.get(i));
                continue;
            }
            int begin = i;
            StringBuilder inside = new StringBuilder();
            for (i++; i < lines.size() && !lines.get(i).equals(mark); i++) {
                inside.append(lines.get(i)).append('\n');
            }
            String place = REPOSITORY.relativize(path) + ":" + (begin + 1);
            String before = begin > 0 ? lines.get(begin - 1) : "";
            String name = before.startsWith(NAME) ? before.substring(NAME.length(), before.indexOf(" -->")) : "";
            fences.add(new Fence(place, info(lines, begin), name, inside.toString()));
        }
        return new MarkdownPage(path, text, fences, indented, prose);
    }

    /** Behind an empty line; what belongs to an entry of a list is indented by less on these pages. */
    private static boolean isIndented(List<String> lines, int at) {
        return at > 0 && lines.get(at - 1).isBlank() && lines.get(at).startsWith(INDENT);
    }

    private static String mark(String line) {
        return line.startsWith("```") || line.startsWith("~~~") ? line.substring(0, 3) : "";
    }

    /** The words behind a fence; a file that a test of its page takes up is one that is only checked here. */
    private static List<String> info(List<String> lines, int fence) {
        String words = lines.get(fence).substring(3);
        boolean taken = fence > 0 && lines.get(fence - 1).startsWith(NAME);
        return Stream.of((taken && !words.contains(" ") ? words + " checked" : words).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String name() {
        return REPOSITORY.relativize(path).toString();
    }

    /** The code spans in its prose, without the marks. */
    List<String> codes() {
        return CODE.matcher(String.join("\n", prose))
                .results()
                .map(MatchResult::group)
                .map(code -> code.substring(1, code.length() - 1).replaceAll("\\s+", " "))
                .toList();
    }

    /** The targets of its links, as they are written. */
    List<String> links() {
        String spoken = CODE.matcher(String.join("\n", prose)).replaceAll("");
        return LINK.matcher(spoken)
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2, link.length() - 1))
                .toList();
    }

    /** Its headings, without the signs before them. */
    List<String> headings() {
        return prose.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .toList();
    }

    /** What stands behind {@code #} in links to its headings, by the rule of GitHub. */
    Set<String> anchors() {
        return headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name();
    }
}
