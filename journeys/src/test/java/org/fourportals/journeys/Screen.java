package org.fourportals.journeys;

/** The screens at which people stand. */
enum Screen {
    PC(1280, 900, false), PHONE(390, 844, true), KIOSK(1080, 1920, true);

    final int width;
    final int height;
    final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }
}
