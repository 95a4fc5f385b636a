package org.fourportals.centre;

import org.fourportals.base.Text;

/**
 * A service centre 政务服务中心 where people are served at windows and machines (a row of {@code catalogue/centres.tsv}).
 *
 * @param district     id of the district or county; the municipal centre's is {@code hangzhou}
 * @param districtName to people
 * @param windows      their number; windows are 1 to so many
 */
public record Centre(String id, Text name, Level level, String district, Text districtName, Text address, int windows,
        OpeningHours hours) {

    /** Whose centre it is: the city's, a district's or county's, or a sub-district's, town's or township's. */
    public enum Level { CITY, DISTRICT, LOCAL }

    public boolean hasWindow(int number) {
        return number >= 1 && number <= windows;
    }
}
