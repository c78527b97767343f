package jp.michishirube.signing;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which file names a service: DSS looks for the same two through every jar, four times a plan. */
final class KnownServices extends ClassLoader {

    private final Map<String, List<URL>> known = new ConcurrentHashMap<>();

    KnownServices(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = known.get(name);
        if (found == null) {
            found = Collections.list(super.getResources(name));
            known.put(name, found);
        }
        return Collections.enumeration(found);
    }
}
