package org.fourportals.pool.city;

import org.fourportals.pool.identifier.ResidentId;

/**
 * Someone one can sign in as. Nobody real: the resident id lies in a region that does not exist.
 *
 * @param key stable name, {@code lin-xiaoyue}
 * @param phone a number for forms; nothing is sent to it
 * @param storyZh one line on what this person can try, in Chinese
 * @param storyEn the same in English
 */
public record DemoPerson(String key, String nameZh, String nameLatin, ResidentId residentId, String phone,
                         String storyZh, String storyEn) {
}
