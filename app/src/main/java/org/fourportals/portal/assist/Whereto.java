package org.fourportals.portal.assist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.fourportals.assistant.Answer.Destination;
import org.fourportals.assistant.Place;
import org.fourportals.assistant.Target;
import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.fourportals.portal.Page;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer leads at this portal. What stands after the # is lit up there: by the browser itself, and by the panel's script where the part
 * is on the page already.
 *
 * @param at the page the question was asked on
 */
public record Whereto(Page page, Place place, String at) {

    public String of(Destination to) {
        return switch (to) {
            case Destination.OfAffair(var affair) -> page.at(Portal.OFFICE) ? "/office/affairs/" + affair : page.url("/affairs/" + affair);
            case Destination.Begin(var affair, var question, var answer) -> begin(affair, question, answer);
            case Destination.OfCase(var id, var draft) -> draft ? page.url("/apply/" + id) : caseUrl(id) + "#part-case-progress";
            case Destination.Found(var query) -> page.url("/search") + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            case Destination.Part(var target) -> part(target);
        };
    }

    private String begin(String affair, @Nullable String question, @Nullable String answer) {
        if (page.at(Portal.OFFICE)) {
            return "/office/affairs/" + affair;
        }
        String start = page.url("/affairs/" + affair + "/start");
        return question == null || answer == null ? start
                : start + "?suppose=" + URLEncoder.encode(question + ":" + answer, StandardCharsets.UTF_8);
    }

    private String caseUrl(UUID id) {
        return page.at(Portal.COUNTER) ? "/counter/cases/" + id : page.url("/cases/" + id);
    }

    private String part(Target target) {
        if (page.at(Portal.OFFICE) || page.at(Portal.COUNTER)) {
            return staff(target);
        }
        boolean kiosk = page.at(Portal.KIOSK);
        return switch (target) {
            case UPLOAD -> upload();
            case CASE_PROGRESS -> open("#part-case-progress");
            case DELIVERY -> open("#part-delivery");
            case DOWNLOAD -> open("#part-download");
            case CENTRES -> page.url("/centres");
            case BOOKINGS -> bookings();
            case TICKET -> kiosk ? page.url("/ticket") : page.url("/centres");
            case WALLET -> page.url("/wallet");
            case ELDER_MODE -> at + "?elder=" + (page.elder() ? "0" : "1") + "#part-elder-mode";
            case LANGUAGE -> at + "?lang=" + tag() + "#part-language";
            case HUMAN_HELP, VIDEO_CALL -> kiosk ? at + "#part-human-help" : page.url("/help") + "#part-human-help";
            case SIGN_IN -> page.signedIn() || kiosk ? kiosk ? page.url("/sign-in") : at + "#part-sign-in" : page.signInUrl();
            case DATA_ACCESS_LOG, CORRECT_DATA -> page.url("/reads");
            case MANDATES -> kiosk ? page.url("/help") : page.url("/mandates");
            case VERIFY -> page.url("/verify");
            case WITHDRAW -> open("#part-withdraw");
            case DRAFTS -> page.url("/cases");
            case CHANGE_ANSWER -> place.caseId() != null && place.kind() != Place.Kind.CASE ? page.url("/apply/" + place.caseId() + "/check") : page.url("/cases");
            case SEARCH -> page.url("/search");
            case INSTALL -> page.at(Portal.MOBILE) ? "/m#part-install" : page.url("/help");
            case PRIVACY -> page.url("/privacy");
            case FEEDBACK, PAYMENT -> page.url("/help");
        };
    }

    private String tag() {
        return page.language() == Language.ZH ? "en" : "zh";
    }

    private String upload() {
        boolean draft = place.kind() == Place.Kind.APPLY || place.kind() == Place.Kind.INTERVIEW;
        if (place.caseId() != null && draft) {
            return at.contains("/evidence/") ? at + "#part-upload" : page.url("/apply/" + place.caseId() + "/checklist") + "#part-upload";
        }
        if (place.caseId() != null) {
            return caseUrl(place.caseId()) + "#part-upload";
        }
        return page.url("/cases");
    }

    /** A new booking for the affair in question; those she has, where no affair is. */
    private String bookings() {
        return place.affair() == null ? page.url("/bookings") : page.url("/bookings/new") + "?affair=" + place.affair() + "#part-bookings";
    }

    private String open(String part) {
        return place.caseId() != null && place.kind() == Place.Kind.CASE ? caseUrl(place.caseId()) + part : page.url("/cases");
    }

    /** Those at work have other pages than residents. */
    private String staff(Target target) {
        String home = page.url("/");
        return switch (target) {
            case ELDER_MODE -> at + "?elder=" + (page.elder() ? "0" : "1");
            case LANGUAGE -> at + "?lang=" + tag();
            case SEARCH -> page.at(Portal.OFFICE) ? "/office/affairs" : page.url("/search");
            case BOOKINGS -> page.at(Portal.OFFICE) ? "/centres" : bookings();
            case CENTRES, TICKET -> page.at(Portal.OFFICE) ? "/centres" : page.url("/centres");
            case DATA_ACCESS_LOG -> page.at(Portal.OFFICE) ? "/office/reads" : home;
            case HUMAN_HELP, VIDEO_CALL, PRIVACY, FEEDBACK, PAYMENT, INSTALL, MANDATES, CORRECT_DATA -> page.at(Portal.OFFICE) ? "/help" : page.url("/help");
            case VERIFY -> "/verify";
            case UPLOAD, CHANGE_ANSWER -> place.caseId() != null && page.at(Portal.COUNTER) && place.kind() != Place.Kind.CASE
                    ? "/counter/apply/" + place.caseId() + "/checklist#part-upload" : home;
            case CASE_PROGRESS, DELIVERY, WALLET, SIGN_IN, WITHDRAW, DOWNLOAD, DRAFTS -> home;
        };
    }
}
