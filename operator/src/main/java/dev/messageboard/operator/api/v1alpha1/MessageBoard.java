package dev.messageboard.operator.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.Serial;

/** One message board. The generator sorts the columns; CrdGeneration restores this order. */
@Group("messageboard.dev")
@Version("v1alpha1")
@ShortNames("mb")
@Categories({"all", "messageboard"})
@ValidationRule(
    value =
        "size(self.metadata.name) <= 40 && self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')",
    message =
        "metadata.name must be at most 40 lower-case letters, digits and '-', begin with a letter and not end"
            + " with '-': the names of the board's parts are made of it")
@AdditionalPrinterColumn(name = "READY", jsonPath = MessageBoard.READY + ".status")
@AdditionalPrinterColumn(name = "PHASE", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "VERSION", jsonPath = ".status.version")
@AdditionalPrinterColumn(name = "WEB", jsonPath = ".status.components.frontend.summary")
@AdditionalPrinterColumn(name = "API", jsonPath = ".status.components.api.summary")
@AdditionalPrinterColumn(name = "DB", jsonPath = MessageBoard.DATABASE_READY + ".status")
@AdditionalPrinterColumn(name = "URL", jsonPath = ".status.url")
@AdditionalPrinterColumn(
    name = "AGE",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "SCHEMA", jsonPath = ".status.database.schemaVersion", priority = 1)
@AdditionalPrinterColumn(name = "REASON", jsonPath = MessageBoard.READY + ".reason", priority = 1)
@AdditionalPrinterColumn(name = "MESSAGE", jsonPath = MessageBoard.READY + ".message", priority = 1)
public class MessageBoard extends CustomResource<MessageBoardSpec, MessageBoardStatus>
    implements Namespaced {

  static final String READY = ".status.conditions[?(@.type==\"Ready\")]";
  static final String DATABASE_READY = ".status.conditions[?(@.type==\"DatabaseReady\")]";

  @Serial private static final long serialVersionUID = 1L;

  @Override
  @Required
  public MessageBoardSpec getSpec() {
    return super.getSpec();
  }
}
