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
 * @param prose its lines outside of them
 */
record MarkdownPage(Path path, String text, List<Fence> fences, List<String> prose) {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");

    MarkdownPage {
        fences = List.copyOf(fences);
        prose = List.copyOf(prose);
    }

    /** The README and everything below {@code docs}. */
    static List<MarkdownPage> all() throws IOException {
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
        List<String> prose = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String mark = mark(lines.get(i));
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
            fences.add(new Fence(place, info(lines, begin), inside.toString()));
        }
        return new MarkdownPage(path, text, fences, prose);
    }

    private static String mark(String line) {
        return line.startsWith("```") || line.startsWith("~~~") ? line.substring(0, 3) : "";
    }

    /** The words behind a fence; a file that a test of its page takes up is one that is only checked here. */
    private static List<String> info(List<String> lines, int fence) {
        String words = lines.get(fence).substring(3);
        boolean taken = fence > 0 && lines.get(fence - 1).startsWith("<!-- file: ");
        return Stream.of((taken && !words.contains(" ") ? words + " checked" : words).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    String name() {
        return REPOSITORY.relativize(path).toString();
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
