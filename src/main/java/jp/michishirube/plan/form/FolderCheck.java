package jp.michishirube.plan.form;

import java.nio.file.Path;
import java.util.List;

/** Looks at a part of a municipality's folder that another room understands. */
@FunctionalInterface
public interface FolderCheck {

    /**
     * @param form of the folder; null where it has mistakes itself
     * @return each mistake as file, pointer and reason
     */
    List<String> mistakes(Path folder, PlanForm form);
}
