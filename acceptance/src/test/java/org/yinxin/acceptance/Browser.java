package org.yinxin.acceptance;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Debian's Chromium without a window. */
final class Browser implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The same in milliseconds, as the browser's library wants it. */
    private static final double MILLISECONDS = (double) PATIENCE.toMillis();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    Browser() {
        Path chromium = Path.of("/usr/bin/chromium");
        if (!Files.isExecutable(chromium)) {
            throw new AssertionError(
                    "Chromium is missing: apt-get install chromium fonts-wqy-microhei");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLISECONDS);
        playwright =
                Playwright.create(
                        new CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(QUIET)
                                        .setTimeout(MILLISECONDS));
    }

    /** A person of their own: no cookie is shared with another. */
    Page person(int width, int height) {
        return person(new NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
    }

    Page person(NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(MILLISECONDS);
        return context.newPage();
    }

    /**
     * Ends it. Chromium may never answer that it has closed a page which is on its way somewhere; what has not ended by
     * itself after a while is ended by force, because the tests are over then.
     */
    @Override
    public void close() {
        Thread closing =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    browser.close();
                                    playwright.close();
                                });
        try {
            if (!closing.join(PATIENCE)) {
                ProcessHandle.current()
                        .descendants()
                        .filter(Browser::isOurs)
                        .forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOurs(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.contains("chromium") || command.contains("playwright");
    }
}
