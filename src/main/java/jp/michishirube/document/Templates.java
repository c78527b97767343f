package jp.michishirube.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.michishirube.document.PrintedPlan.Size;
import jp.michishirube.municipality.Folders;
import jp.michishirube.problem.Problem;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.OrientationEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/**
 * The files of {@code reports/}: read from the municipality's own folder first, compiled once, kept. A file that was changed is
 * compiled anew; one with an error is told by name and stops nothing else.
 */
class Templates {

    private static final Logger log = LoggerFactory.getLogger(Templates.class);
    private static final double LARGE = 1.4;

    private record Key(String name, Size size, List<Integer> weights) {}

    private record Kept(long modified, Template template) {}

    private final Folders folders;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    Templates(Folders folders) {
        this.folders = folders;
    }

    Template get(String name, Size size) {
        return get(new Key(name, size, List.of()));
    }

    /** @param weights of the columns of a list: its column elements are moved before compiling, once for each set of weights */
    Template get(String name, List<Integer> weights) {
        return get(new Key(name, Size.NORMAL, weights));
    }

    private Template get(Key key) {
        String path = "reports/" + key.name() + ".jrxml";
        if (!key.name().matches("[a-z0-9][a-z0-9-]*")) {
            throw Problem.unavailable("print-template-missing", path);
        }
        Resource file = folders.find(path).orElseThrow(() -> Problem.unavailable("print-template-missing", path));
        long modified = modified(file);
        Kept have = kept.get(key);
        if (have == null || have.modified() != modified) {
            synchronized (kept) {
                have = kept.get(key);
                if (have == null || have.modified() != modified) {
                    have = new Kept(modified, compile(path, file, key));
                    kept.put(key, have);
                }
            }
        }
        return have.template();
    }

    private static Template compile(String path, Resource file, Key key) {
        try (InputStream in = file.getInputStream()) {
            JasperDesign design = JRXmlLoader.load(in);
            // A page wider than high says so by its size. "Landscape" would turn it by 90° instead, and a signature put on it too.
            design.setOrientation(OrientationEnum.PORTRAIT);
            if (key.size() == Size.LARGE) {
                TemplateScaling.enlarge(design, LARGE);
            }
            if (!key.weights().isEmpty()) {
                TemplateScaling.columns(design, key.weights());
            }
            return new Template(path, JasperCompileManager.compileReport(design));
        } catch (JRException | JRRuntimeException | IOException | NumberFormatException e) {
            log.error("{} cannot be used: {}", path, firstLines(e));
            throw Problem.unavailable("print-template-broken", path, firstLines(e));
        }
    }

    /** JasperReports puts the line and the wrong expression into the message; its stack helps nobody who edits a template. */
    private static String firstLines(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage() == null ? e.getMessage() : cause.getMessage()).strip();
        return message.length() > 300 ? message.substring(0, 300) + "…" : message;
    }

    private static long modified(Resource file) {
        try {
            return file.isFile() ? file.getFile().lastModified() : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
