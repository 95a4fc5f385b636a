package org.fourportals.journeys;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;

/** Somebody at a browser of her own, who sees words and presses what she sees; counts what she types and hands in. */
final class Person implements AutoCloseable {

    private static final String PASSWORD = "four-portals";

    private final CityServer city;
    private final BrowserContext context;
    private final Page page;
    private int typed;
    private int uploaded;
    private int pressed;

    Person(CityServer city, Screen screen) {
        this(city, screen, "zh-CN");
    }

    Person(CityServer city, Screen screen, String language) {
        this(city, screen, language, true);
    }

    Person(CityServer city, Screen screen, String language, boolean scripts) {
        this.city = city;
        this.context = Browsers.chromium().newContext(new Browser.NewContextOptions().setViewportSize(screen.width, screen.height)
                .setHasTouch(screen.touch).setLocale(language).setTimezoneId("Asia/Shanghai").setAcceptDownloads(true)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(10_000);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Person open(String path) {
        page.navigate(city.address() + path);
        return this;
    }

    /** Signs in at the provider's page, and is led back. */
    Person signIn(String username, String path) {
        open("/oauth2/authorization/city");
        page.locator("#username").fill(username);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in") && !url.contains("/oauth2/"));
        return open(path);
    }

    Person press(String button) {
        pressed++;
        doing("press " + button, () -> button(button).click());
        return this;
    }

    Person follow(String link) {
        pressed++;
        doing("follow " + link, () -> link(link).click());
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
    }

    /** Chooses a radio button or ticks a box by its words. */
    Person choose(String words) {
        pressed++;
        doing("choose " + words, () -> page.getByLabel(words, new Page.GetByLabelOptions().setExact(false)).first().check());
        return this;
    }

    Person type(String label, String text) {
        typed++;
        doing("type into " + label, () -> page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first().fill(text));
        return this;
    }

    Person handIn(Path file) {
        uploaded++;
        page.locator("input[type=file]").first().setInputFiles(file);
        return this;
    }

    /** Where it cannot be done, says what she saw instead. */
    private void doing(String what, Runnable deed) {
        try {
            deed.run();
        } catch (PlaywrightException e) {
            Path picture = city.data().resolve("stuck.png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
            throw new AssertionError("Could not " + what + " at " + page.url() + " (" + picture + "), where one reads:\n" + text(), e);
        }
    }

    boolean sees(String words) {
        return page.getByText(words).first().isVisible();
    }

    String heading() {
        return page.locator("h1").first().innerText().strip();
    }

    String text() {
        return page.locator("body").innerText();
    }

    String caseNumber() {
        return page.getByTestId("case-number").first().innerText().strip();
    }

    String path() {
        return java.net.URI.create(page.url()).getPath();
    }

    int typed() {
        return typed;
    }

    int uploaded() {
        return uploaded;
    }

    int pressed() {
        return pressed;
    }

    @Override
    public void close() {
        context.close();
    }
}
