package io.evaldata.datasets.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as people meet it; skipped where there is no Chromium. */
class ReportPageInChromiumTest {
    @TempDir
    static Path folder;

    private static Path page;

    private Chromium chromium;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        assumeThat(Chromium.BINARY).as("Chromium").exists();
        SampleRoot root = SampleRoot.prepare(folder.resolve("root"), "all");
        Path pictures = folder.resolve("root/classification/caltech101/101_ObjectCategories/accordion");
        Files.writeString(pictures.resolve("image_0001.jpg"), "no picture");
        Files.delete(pictures.resolve("image_0002.jpg"));
        page = root.report().write(folder.resolve("report"));
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        chromium = Chromium.open(folder, 1280, 900);
        chromium.show(page);
    }

    @AfterEach
    void nothingWasComplainedAboutOrAskedFor() throws IOException {
        List<String> complaints = chromium.complaints();
        List<String> requests = chromium.requests();
        chromium.close();
        assertThat(complaints).isEmpty();
        assertThat(requests).contains(page.toUri().toString()).allSatisfy(url -> assertThat(
                        url.startsWith("data:image/") || url.equals(page.toUri().toString()))
                .as(url)
                .isTrue());
    }

    @Test
    void everyPictureDecodesAndHasAnAlternativeText() throws IOException, InterruptedException {
        JsonNode broken = run("Promise.all([...document.images].map(async (i) => { i.loading = 'eager';"
                + " try { await i.decode(); return i.hasAttribute('alt') ? 0 : 1 } catch { return 1 } }))"
                + ".then((found) => [found.length, found.reduce((a, b) => a + b)])");
        assertThat(broken.get(0).asInt()).isGreaterThan(200);
        assertThat(broken.get(1).asInt()).isZero();
    }

    @Test
    void filtersByTextGroupAndVerdict() throws IOException, InterruptedException {
        String whole = sum();
        assertThat(whole).startsWith("19 datasets, 18 ok · ");
        assertThat(shown()).hasSize(19);
        type("MSCOCO");
        assertThat(shown()).containsExactly("coco");
        type("");
        choose("group", "segmentation");
        assertThat(shown()).hasSize(6).contains("ade20k").doesNotContain("coco");
        assertThat(sum()).startsWith("6 of 19 datasets shown · ").doesNotContain(whole);
        type("no such thing");
        assertThat(shown()).isEmpty();
        assertThat(run("document.querySelector('#nothing').hidden").asBoolean()).isFalse();
        run("document.querySelector('#reset').click()");
        assertThat(shown()).hasSize(19);
        assertThat(sum()).isEqualTo(whole);
        choose("state", "ok");
        assertThat(shown()).hasSize(18);
        choose("state", "damaged");
        assertThat(shown()).containsExactly("caltech101");
    }

    @Test
    void wearsLightDarkOrWhatTheSystemSays() throws IOException, InterruptedException {
        chromium.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        String ground = "getComputedStyle(document.body).backgroundColor";
        assertThat(run(ground).asText()).isEqualTo("rgb(18, 19, 21)");
        run("document.querySelector('#theme').click()");
        assertThat(run("document.querySelector('#theme').textContent").asText()).isEqualTo("Theme: light");
        assertThat(run(ground).asText()).isEqualTo("rgb(245, 245, 242)");
        run("document.querySelector('#theme').click()");
        assertThat(run(ground).asText()).isEqualTo("rgb(18, 19, 21)");
    }

    @Test
    void printsOnWhiteWhateverTheTheme() throws IOException, InterruptedException {
        run("document.querySelector('#theme').click(); document.querySelector('#theme').click()");
        chromium.call(
                "Emulation.setEmulatedMedia",
                Map.of("media", "print", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        assertThat(run("getComputedStyle(document.body).backgroundColor").asText())
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(run("getComputedStyle(document.querySelector('article')).color")
                        .asText())
                .isEqualTo("rgb(0, 0, 0)");
    }

    @Test
    void showsImageMapOrBothByMouseAndByKeyboard() throws IOException, InterruptedException {
        run("document.querySelectorAll('.view .map').forEach((map) => map.style.transition = 'none')");
        assertThat(opacity("map")).isEqualTo("0.6");
        run("document.querySelector('#voc2012 input[value=map]').click()");
        assertThat(opacity("map")).isEqualTo("1");
        assertThat(opacity("photo")).isEqualTo("0");
        run("document.querySelector('#voc2012 input[value=both]').click()");
        run("document.querySelector('#voc2012 button.view').focus()");
        key("Enter", 13, "\r");
        assertThat(opacity("map")).isEqualTo("0");
        assertThat(run("document.activeElement.getAttribute('aria-label')").asText())
                .startsWith("Picture JPEGImages/")
                .endsWith(": showing image");
        key("Enter", 13, "\r");
        assertThat(opacity("map")).isEqualTo("1");
        assertThat(opacity("photo")).isEqualTo("0");
    }

    @Test
    void theFirstStopsOfTheKeyboardAreTheSkipLinkAndTheFilter() throws IOException, InterruptedException {
        key("Tab", 9, "");
        assertThat(run("document.activeElement.className").asText()).isEqualTo("skip");
        key("Tab", 9, "");
        assertThat(run("document.activeElement.id").asText()).isEqualTo("find");
        assertThat(run("[...document.querySelectorAll('input, select, button, svg[role=img], nav, section.sheet')]"
                                + ".filter((e) => !(e.labels && e.labels.length) && !e.getAttribute('aria-label')"
                                + " && !e.getAttribute('aria-labelledby') && !e.textContent.trim()).length")
                        .asInt())
                .isZero();
    }

    @Test
    void fitsAPhone() throws IOException, InterruptedException {
        chromium.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        assertThat(run("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(360);
    }

    @Test
    void theFirstClickOnAnEntryOfTheContentsLandsOnItsDatasetAndNothingShifts()
            throws IOException, InterruptedException {
        run("document.querySelector('nav a[href=\"#coco_stuff164k\"]').click()");
        JsonNode landed = run("new Promise((done) => { let last = -1; const look = () => {"
                + " const now = document.querySelector('#coco_stuff164k').getBoundingClientRect().top;"
                + " if (now === last) { done(now); } else { last = now; setTimeout(look, 250); } };"
                + " setTimeout(look, 250); })");
        double below = run("parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)")
                .asDouble();
        assertThat(landed.asDouble()).isBetween(below - 2, below + 2);
        assertThat(run("document.querySelector('nav a[aria-current]').hash").asText())
                .isEqualTo("#coco_stuff164k");
        assertThat(run("new Promise((done) => { new PerformanceObserver((list) => done(list.getEntries()"
                                + ".reduce((sum, shift) => sum + shift.value, 0)))"
                                + ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(0), 500); })")
                        .asDouble())
                .isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOutFromItsGround(String theme) throws IOException, InterruptedException {
        chromium.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        run("document.querySelectorAll('details').forEach((part) => { part.open = true; })");
        assertThat(run(resource("contrast.js")).valueStream().map(JsonNode::asText))
                .as("texts below the 4.5 to 1 of WCAG 2.2, 1.4.3")
                .isEmpty();
    }

    @Test
    void nothingButItsOwnScriptRuns() throws IOException, InterruptedException {
        assertThat(run("document.querySelector('meta[http-equiv]').content").asText())
                .startsWith("default-src 'none'; img-src data:; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(run("document.querySelectorAll('script').length").asInt()).isEqualTo(1);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportPageInChromiumTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String sum() throws IOException, InterruptedException {
        return run("document.querySelector('#sum').textContent").asText();
    }

    private JsonNode run(String expression) throws IOException, InterruptedException {
        return chromium.run(expression);
    }

    private List<String> shown() throws IOException, InterruptedException {
        return run("[...document.querySelectorAll('article')].filter((a) => !a.hidden).map((a) => a.id)")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private void type(String text) throws IOException, InterruptedException {
        run("(() => { const f = document.querySelector('#find'); f.value = '" + text
                + "'; f.dispatchEvent(new Event('input')); })()");
    }

    private void choose(String select, String value) throws IOException, InterruptedException {
        run("(() => { const s = document.querySelector('#" + select + "'); s.value = '" + value
                + "'; s.dispatchEvent(new Event('change')); })()");
    }

    private void key(String key, int code, String text) throws IOException, InterruptedException {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            chromium.call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            type.equals("keyDown") ? text : ""));
        }
    }

    private String opacity(String layer) throws IOException, InterruptedException {
        return run("getComputedStyle(document.querySelector('#voc2012 button.view ." + layer + "')).opacity")
                .asText();
    }
}
