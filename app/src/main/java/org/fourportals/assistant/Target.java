package org.fourportals.assistant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the product the assistant can lead to. */
public enum Target {
    UPLOAD, CASE_PROGRESS, DELIVERY, BOOKINGS, WALLET, ELDER_MODE, LANGUAGE, HUMAN_HELP, VIDEO_CALL, SIGN_IN, DATA_ACCESS_LOG, MANDATES, CORRECT_DATA,
    CENTRES, TICKET, VERIFY, WITHDRAW, DOWNLOAD, DRAFTS, CHANGE_ANSWER, SEARCH, INSTALL, PRIVACY, FEEDBACK, PAYMENT;

    /** Its name in files and figures, such as `case-progress`. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Target> find(String id) {
        return Arrays.stream(values()).filter(target -> target.id().equals(id)).findFirst();
    }
}
