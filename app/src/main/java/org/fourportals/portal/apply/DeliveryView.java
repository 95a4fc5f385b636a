package org.fourportals.portal.apply;

import java.util.List;
import java.util.UUID;

import org.fourportals.portal.kit.Moment;
import org.fourportals.portal.kit.Tag;

/**
 * A delivery as its page shows it; what there is not is empty.
 *
 * @param where address, or the centre where it is fetched
 * @param item  its number in groups
 * @param code  six digits to fetch it with
 */
public record DeliveryView(UUID id, Tag tag, String way, String where, String item, String code, String fee, List<Moment> moments, boolean cancellable,
        boolean inVain) {
}
