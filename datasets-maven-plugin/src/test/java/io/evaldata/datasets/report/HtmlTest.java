package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Property
    void noTextLeavesItsElementOrAttribute(@ForAll String text) throws IOException {
        StringWriter out = new StringWriter();
        new Html(out).leaf("p", text, "title", "x" + text);
        String page = out.toString();
        assertThat(page).startsWith("<p title=\"x").endsWith("</p>");
        String value = page.substring("<p title=\"x".length(), page.indexOf("\">"));
        String content = page.substring(page.indexOf("\">") + 2, page.length() - "</p>".length());
        assertThat(value).isEqualTo(content).doesNotContain("<", ">", "\"", "'");
        assertThat(readable(text)).isEqualTo(unescaped(content));
    }

    @Test
    void scriptsInCaptionsAreText() throws IOException {
        StringWriter out = new StringWriter();
        new Html(out).leaf("p", "</p></script><script>alert('1')</script>&lt;");
        assertThat(out.toString())
                .isEqualTo("<p>&lt;/p&gt;&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;lt;</p>");
    }

    @Test
    void charactersThatNoPageMayHoldAreReplaced() throws IOException {
        StringWriter out = new StringWriter();
        new Html(out).text("a\0b\u001bc\ud800d\uD83D\uDE00e\nf");
        assertThat(out.toString()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uD83D\uDE00e\nf");
    }

    private static String readable(String text) throws IOException {
        StringBuilder readable = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean half = c >= 0xD800 && c <= 0xDFFF;
            boolean control = (c < ' ' && c != '\n' && c != '\t') || c == 0x7F || c == 0xFFFE || c == 0xFFFF;
            readable.appendCodePoint(half || control ? 0xFFFD : c);
        });
        return readable.toString();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
