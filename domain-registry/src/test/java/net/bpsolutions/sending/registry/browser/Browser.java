package net.bpsolutions.sending.registry.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** One browser for all tests of a run; each begins with {@link #fresh()}. */
public final class Browser {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = "/axe.min.js";

    /** WCAG 2.0 to 2.2, levels A and AA, and what axe-core thinks good practice. */
    private static final String JUDGE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
               .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(' | '))),
                     e => done(['axe failed: ' + e]));""";

    private static @Nullable Browser only;

    private final ChromeDriver driver;
    private final String axe;

    private Browser(Programs programs) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(programs.driver().toFile())
                .withSilent(true)
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(programs.chromium().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-prefers-reduced-motion",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");
        this.driver = new ChromeDriver(service, options);
        this.axe = script();
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
    }

    /** The browser, with no cookies, scripts on, on a desk in daylight. */
    public static synchronized Browser fresh() {
        Browser browser = only == null ? new Browser(Programs.find()) : only;
        only = browser;
        browser.command("Network.clearBrowserCookies", Map.of());
        browser.scripts(true);
        browser.on(Screen.DESK);
        return browser;
    }

    /** Opens a page of the registry. */
    public Browser open(String path) {
        driver.get(ConfigProvider.getConfig().getValue("test.url", String.class) + path);
        return this;
    }

    /** From now on, looks at pages on this screen. */
    public Browser on(Screen screen) {
        command("Emulation.setDeviceMetricsOverride", screen.metrics());
        command("Emulation.setEmulatedMedia", screen.media());
        return this;
    }

    /** From now on, pages may run scripts, or may not. */
    public Browser scripts(boolean allowed) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
        return this;
    }

    /** The element, or the first of several. */
    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** All such elements. */
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The button with these words on it. */
    public WebElement button(String words) {
        return driver.findElement(By.xpath("//button[normalize-space()='" + words + "']"));
    }

    /** Does what leads to another page, and waits until that is there. */
    public Browser follow(Runnable step) {
        WebElement before = find("html");
        step.run();
        await().until(() -> isGone(before) && "complete".equals(driver.executeScript("return document.readyState")));
        return this;
    }

    private static boolean isGone(WebElement element) {
        try {
            element.getTagName();
            return false;
        } catch (StaleElementReferenceException _) {
            return true;
        }
    }

    /** What can be read on the page; on the new one when it is replaced at this moment. */
    public String text() {
        return await().ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> find("body").getText(), Objects::nonNull);
    }

    /** Where the page is. */
    public String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /** Presses a key on whatever has the focus. */
    public Browser press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    /** What a piece of JavaScript gives, as text. */
    public String ask(String script) {
        return String.valueOf(driver.executeScript("return " + script));
    }

    /** What was copied last. */
    public String clipboard() {
        command("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('refused: ' + e));"));
    }

    /** Prints the page as PDF. */
    public byte[] printed() {
        Object data =
                command("Page.printToPDF", Map.of("preferCSSPageSize", true)).get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    /** From now on, goes over a slow line with a slow processor; a latency in ms, 0 for as fast as can be. */
    public Browser slowly(int latency, int octetsPerSecond, int slowdown) {
        command("Network.enable", Map.of());
        command("Network.setCacheDisabled", Map.of("cacheDisabled", latency > 0));
        command(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        latency,
                        "downloadThroughput",
                        octetsPerSecond,
                        "uploadThroughput",
                        octetsPerSecond));
        command("Emulation.setCPUThrottlingRate", Map.of("rate", slowdown));
        return this;
    }

    /** For what is not here. */
    public ChromeDriver driver() {
        return driver;
    }

    /**
     * Looks at the page on every screen: nothing may hang over the edge, axe-core finds no fault, and a picture of each is
     * kept in {@code target/screenshots}.
     */
    public void inspect(String name) {
        for (Screen screen : Screen.values()) {
            on(screen);
            picture(name + "-" + screen.label());
            assertThat(widest()).as("width of %s on %s", name, screen).isLessThanOrEqualTo(screen.width());
            assertThat(faults()).as("faults of %s on %s", name, screen).isEmpty();
        }
        on(Screen.DESK);
    }

    /** What axe-core has to say against the page. */
    public List<String> faults() {
        driver.executeScript(axe);
        return ((List<?>) Objects.requireNonNull(driver.executeAsyncScript(JUDGE)))
                .stream().map(String::valueOf).toList();
    }

    private long widest() {
        Object width = driver.executeScript("return document.documentElement.scrollWidth");
        return ((Number) Objects.requireNonNull(width)).longValue();
    }

    /** Keeps a picture of the whole page as it is. */
    public void picture(String name) {
        Object data = command("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        try {
            Files.write(kept(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is kept with the pictures. */
    static Path kept(String name) throws IOException {
        return Files.createDirectories(SCREENSHOTS).resolve(name);
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Browser.class.getResourceAsStream(AXE), AXE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
