package org.fourportals.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What every template is given: who reads, at which portal, in which language, and the words, dates and addresses that follow from it. A template
 * asks it for every sentence and every link, so that one template serves both languages and the portals that share it.
 */
public final class Page {

    private static final DateTimeFormatter DATE_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final House house;
    private final Visit visit;
    private final Supplier<@Nullable Csrf> csrf;
    private final @Nullable Flash flash;
    private final @Nullable Served served;
    private final IntSupplier unread;

    /** What is the same for every page of the city. */
    public record House(Messages messages, Assets assets, City city) {
    }

    public Page(House house, Visit visit, Supplier<@Nullable Csrf> csrf, @Nullable Flash flash) {
        this(house, visit, csrf, flash, null, () -> 0);
    }

    Page(House house, Visit visit, Supplier<@Nullable Csrf> csrf, @Nullable Flash flash, @Nullable Served served, IntSupplier unread) {
        this.house = house;
        this.visit = visit;
        this.csrf = csrf;
        this.flash = flash;
        this.served = served;
        this.unread = unread;
    }

    /** The sentence with this key in the page's language; throws for an unknown key. A {@link Text} among the arguments is put into that language too. */
    public String t(String key, Object... arguments) {
        return house.messages().get(language(), key, Arrays.stream(arguments).map(argument -> argument instanceof Text text ? t(text) : argument).toArray());
    }

    public String t(Text text) {
        return text.in(language());
    }

    public Portal portal() {
        return visit.address().portal();
    }

    public boolean at(Portal portal) {
        return portal() == portal;
    }

    public Language language() {
        return visit.choices().language();
    }

    public boolean elder() {
        return visit.choices().elder();
    }

    public Actor actor() {
        return visit.actor();
    }

    public boolean signedIn() {
        return actor() instanceof Actor.Resident || actor() instanceof Actor.Staff;
    }

    /** The reader's name as she would write it; empty for a visitor or a machine. */
    public String actorName() {
        return switch (actor()) {
            case Actor.Resident resident -> resident.name();
            case Actor.Staff staff -> t(staff.names());
            case Actor.Visitor _, Actor.Device _, Actor.Automatic _ -> "";
        };
    }

    public String cityName() {
        return t(house.city().name());
    }

    public String path() {
        return visit.address().path();
    }

    public String reference() {
        return visit.reference();
    }

    public @Nullable Flash flash() {
        return flash;
    }

    /** Whom the clerk serves; null for nobody, and at every other portal. */
    public @Nullable Served served() {
        return served;
    }

    /** Whether this portal has an inbox for the reader: a resident's, where she is at home or at a machine. */
    public boolean hasInbox() {
        return actor() instanceof Actor.Resident && (at(Portal.WEB) || at(Portal.MOBILE) || at(Portal.KIOSK));
    }

    /** How many notices in her inbox the reader has not opened. */
    public int unread() {
        return unread.getAsInt();
    }

    /** The token for forms; asking for it may begin a session, so only a page with a form should. Null where tokens are not in use. */
    public @Nullable Csrf csrf() {
        return csrf.get();
    }

    public List<NavItem> nav() {
        return Navigation.of(this);
    }

    /** The address of a page of this portal: {@code url("/cases")} is {@code /m/cases} on the phone. */
    public String url(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with a slash: " + path);
        }
        String prefix = portal().path();
        return prefix.isEmpty() ? path : path.equals("/") ? prefix : prefix + path;
    }

    /** Where one signs in at this portal: with the city's provider, or at a kiosk with the card. */
    public String signInUrl() {
        return at(Portal.KIOSK) ? url("/sign-in") : "/oauth2/authorization/city";
    }

    /** Where the form of the sign-out button is posted. */
    public String signOutUrl() {
        return at(Portal.KIOSK) ? url("/end") : "/sign-out";
    }

    /** The address of a file of the kit, such as {@code css/kit.css}; throws when there is none. */
    public String asset(String path) {
        return house.assets().url(path);
    }

    /** The address of the style sheet of a frame. */
    public String styles(String frame) {
        return house.assets().styles(frame);
    }

    /** This page in the other language. */
    public String otherLanguageUrl() {
        return here("lang", language() == Language.ZH ? "en" : "zh");
    }

    /** This page with large type on, or off again. */
    public String elderUrl() {
        return here("elder", elder() ? "0" : "1");
    }

    /** This page with one query parameter set to another value, for pages of a list, sorting and switches. */
    public String here(String name, String value) {
        String query = visit.address().query();
        Stream<String> kept = query == null || query.isEmpty() ? Stream.empty()
                : Arrays.stream(query.split("&")).filter(part -> !part.isEmpty() && !part.equals(name) && !part.startsWith(name + "="));
        String encoded = name + "=" + java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
        return path() + "?" + Stream.concat(kept, Stream.of(encoded)).collect(Collectors.joining("&"));
    }

    /** A legal day, such as 2026年11月22日 or 22 November 2026. */
    public String date(LocalDate date) {
        return date.format(language() == Language.ZH ? DATE_ZH : DATE_EN);
    }

    /** A moment in the city's zone. */
    public String dateTime(Instant instant) {
        var local = instant.atZone(house.city().zone());
        return date(local.toLocalDate()) + (language() == Language.ZH ? " " : ", ") + local.format(TIME);
    }

    /** The time of day in the city's zone. */
    public String time(Instant instant) {
        return instant.atZone(house.city().zone()).format(TIME);
    }

    /** An amount in yuan; nothing to pay is said in a word. */
    public String money(BigDecimal yuan) {
        if (yuan.signum() == 0) {
            return t("frame.free");
        }
        String amount = String.format(java.util.Locale.ROOT, yuan.stripTrailingZeros().scale() <= 0 ? "%,.0f" : "%,.2f", yuan);
        return t("frame.yuan", amount);
    }
}
