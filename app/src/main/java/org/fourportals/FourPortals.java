package org.fourportals;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The whole system in one process: rooms as packages, four portals as its doors. */
@SpringBootApplication
@Modulithic(systemName = "Four Portals", sharedModules = "base")
public class FourPortals {

    public static void main(String[] args) {
        SpringApplication.run(FourPortals.class, args);
    }
}
