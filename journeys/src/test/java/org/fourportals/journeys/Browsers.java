package org.fourportals.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The installed Chromium, started once for all journeys. */
final class Browsers {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Browser CHROMIUM = launch();

    private Browsers() {
    }

    static Browser chromium() {
        return CHROMIUM;
    }

    private static Browser launch() {
        Path program = Stream.concat(Optional.ofNullable(System.getenv("CHROMIUM")).stream(), PLACES.stream()).map(Path::of)
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium was found. ./fourportals test installs one, or set CHROMIUM to it."));
        return Playwright.create(new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program).setChromiumSandbox(false)
                        .setArgs(List.of("--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }
}
