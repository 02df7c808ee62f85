package org.fourleaf.metrics;

import java.util.function.UnaryOperator;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how KPIs are reckoned. Nothing is counted anew: figures keep what every setting needs. */
@Component
@Transactional
class KpiSettingEditing {

    private final KpiSettingStore store;
    private final Log log;

    KpiSettingEditing(KpiSettingStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    KpiSettings change(Actor by, UnaryOperator<KpiSettings> change) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        KpiSettings was = store.find(by.workspace());
        KpiSettings is = change.apply(was);
        if (!is.equals(was)) {
            store.save(by.workspace(), is);
            log.write(
                    by,
                    new KpiSettingsChanged(
                            is.shortAbandonSeconds(),
                            is.serviceLevelSeconds(),
                            is.serviceLevelFormula().json(),
                            is.emailTargetSeconds(),
                            is.fcrWindowDays(),
                            is.keptMonths()));
        }
        return is;
    }
}
