package org.fourportals.portal.apply;

import java.util.List;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/**
 * How one line of the checklist can be brought here.
 *
 * @param status      whether it is here; null while a supplement asks for it anew
 * @param whence      in a sentence
 * @param mayUpload   whether a file can be handed in at this portal
 * @param documents   of the wallet, to choose from
 * @param declaration what would be declared; null where a declaration does not do
 * @param atCounter   whether the original can be shown at a window
 * @param mayTakeBack whether something was brought that can be taken back
 * @param phoneCode   a QR code that leads to the same draft on the phone; null but at a kiosk
 */
public record EvidenceView(AffairPlan.Requirement requirement, @Nullable Tag status, String whence, boolean mayUpload,
        List<Choice> documents, @Nullable String declaration, boolean atCounter, boolean mayTakeBack, @Nullable String phoneCode,
        String action, String back) {

    public boolean isHere() {
        return status != null && status.tone() == Tag.Tone.GOOD;
    }
}
