package org.fourportals.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Puts something that exists into the variables of each route. */
final class Addresses {

    static final Set<String> BEFORE_SIGN_IN = Set.of("/kiosk", "/kiosk/sign-in", "/kiosk/ended");

    private final LivedInCity lived;
    private @Nullable String ticket;

    Addresses(LivedInCity lived) {
        this.lived = lived;
    }

    /** The page of a ticket that was taken. */
    void ticket(String path) {
        assertThat(path).matches("/kiosk/ticket/.+");
        ticket = path;
    }

    String of(Route route) {
        String plain = route.plain();
        if (plain.equals("/ticket/{id}")) {
            return String.valueOf(ticket);
        }
        String path = route.portal() + plain.replace("/assets/{version}/styles/{frame}.css", lived.id("styles")).replace("/dispatch/batches/{id}", "/dispatch/batches/" + lived.id("batch")).replace("/dispatch/{id}", "/dispatch/" + lived.id("delivery")).replace("/apply/{id}", "/apply/" + lived.id(draft(plain))).replace("/cases/{id}", "/cases/" + lived.id(handedIn(plain)))
                .replace("/affairs/{id}", "/affairs/child-medical-insurance-enrolment").replace("/events/{id}", "/events/birth")
                .replace("/departments/{id}", "/departments/education").replace("/datasets/{id}", "/datasets/household-register").replace("/plan/{id}", "/plan/" + lived.id("promise")).replace("/instruments/{id}", "/instruments/" + lived.id("instrument")).replace("/quality/{dataset}", "/quality/household-register").replace("/connectors/{id}/keys", "/connectors/dog-licences/keys").replace("/connectors/{id}", "/connectors/library-readers")
                .replace("/question/{question}", "/question/" + lived.id("question"))
                .replace("/evidence/{requirement}", "/evidence/" + lived.id("requirement"))
                .replace("/supplement/{requirement}", "/supplement/" + lived.id("asked"))
                .replace("{version}", lived.id("version")).replace("/which/{role}", "/which/home").replace("/documents/{document}", "/documents/" + lived.id("paper")).replace("/mandates/{id}", "/mandates/" + lived.id("mandate"))
                .replace("/wallet/{id}", "/wallet/" + lived.id("document")).replace("{code}", lived.id("code"))
                .replace("/corrections/fields/{id}", "/corrections/fields/" + lived.id("report")).replace("/corrections/{id}", "/corrections/" + lived.id("correction")).replace("/bookings/{id}", "/bookings/" + lived.id("booking"))
                .replace("/grants/{id}", "/grants/" + lived.id("request")).replace("{entry}", lived.id("entry"))
                .replace("/enquiries/{id}", "/enquiries/" + lived.id("enquiry")).replace("{size}", lived.id("size"));
        assertThat(path).as("an address whose variable is not known here: add it").doesNotContain("{");
        if (plain.equals("/bookings/new")) {
            return path + "?centre=gongshu";
        }
        if (plain.equals("/office/grants/revoke")) {
            return path + "?purpose=first-id-card&dataset=household-register";
        }
        if (plain.equals("/office/savings/adopt")) {
            return lived.id("saving");
        }
        if (plain.equals("/api/audit/consistency")) {
            return path + "?from=" + lived.id("size") + "&to=" + lived.id("size");
        }
        return plain.endsWith("/search") || plain.endsWith("/suggest") ? path + "?q=baby" : path;
    }

    private static String draft(String plain) {
        return plain.matches(".*/(outcome|about)") ? "refused" : plain.endsWith("/certificate.pdf") || plain.endsWith("/decision.pdf") || plain.contains("/delivery") ? "certified"
                : plain.matches("/apply/\\{id}/(receipt|withdraw|supplement.*|documents.*|representative)") ? "case" : "draft";
    }

    private static String handedIn(String plain) {
        return plain.endsWith("/certificate.pdf") || plain.endsWith("/decision.pdf") || plain.contains("/delivery") ? "certified" : "case";
    }
}
