package org.fourportals.search;

import java.nio.file.Path;

import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.search.internal.Describing;
import org.fourportals.search.internal.Nearness;
import org.fourportals.meaning.Vectors;

/** Works out, while the program is built, what the catalogue's texts mean, so that no start has to wait for it. */
final class WriteVectors {

    private WriteVectors() {
    }

    /** Takes the catalogue's folder and the file to write; only texts that the file does not have yet cost time. */
    public static void main(String[] arguments) {
        new Nearness(Describing.of(CatalogueReader.read(Path.of(arguments[0]))), new Vectors(Path.of(arguments[1])));
    }
}
