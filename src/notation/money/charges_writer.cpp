#include "notation/money/amount.h"
#include "notation/money/fee_scalar.h"
#include "notation/money/money_writer.h"
#include "notation/scalar_date.h"

namespace vigie {

namespace {

std::string text_of(const std::optional<CivilDay>& day) { return day ? date_text(*day) : ""; }

std::string text_of(const std::optional<std::int64_t>& minor, Currency currency) {
  return minor ? amount_text(*minor, currency) : "";
}

void write_fee(YamlText& yaml, const Fee& fee, Currency currency) {
  yaml.open(fee.id);
  yaml.scalar("label", fee.label);
  if (fee.of != FeeOf::contract) yaml.scalar("of", fee_scope_text(fee));
  yaml.scalar("amount", fee_amount_text(fee.versions.front().minor, fee.per, currency));
  if (fee.billing != Billing::fixed) yaml.scalar("billing", key_of(fee.billing));
  if (fee.part != ContractPart::run) yaml.scalar("part", key_of(fee.part));
  yaml.open("revised");
  for (std::size_t i = 1; i < fee.versions.size(); ++i) {
    yaml.open_item();
    yaml.scalar("from", date_text(fee.versions[i].from));
    yaml.scalar("amount", amount_text(fee.versions[i].minor, currency));
    yaml.scalar("index", fee.versions[i].index);
    yaml.close();
  }
  yaml.close();
  yaml.open("invoiced");
  for (const auto& [period, minor] : fee.invoiced) {
    yaml.scalar(period, amount_text(minor, currency));
  }
  yaml.close();
  yaml.close();
}

void write_order(YamlText& yaml, const Order& order, Currency currency) {
  yaml.open(order.id);
  yaml.scalar("lot", order.lot);
  yaml.scalar("tranche", order.tranche);
  yaml.scalar("amount", amount_text(order.minor, currency));
  yaml.scalar("from", text_of(order.from));
  yaml.scalar("to", text_of(order.to));
  yaml.scalar("ceiling", text_of(order.ceiling_minor, currency));
  yaml.open("parts");
  for (const auto& [ticket, minor] : order.parts) yaml.scalar(ticket, amount_text(minor, currency));
  yaml.close();
  yaml.close();
}

}  // namespace

void write_charges(YamlText& yaml, const Charges& charges) {
  const auto currency = charges.currency;
  yaml.open("charges");
  if (currency != Currency::EUR) yaml.scalar("currency", key_of(currency));
  yaml.scalar("contract", text_of(charges.contract_minor, currency));
  yaml.open("fees");
  for (const auto& fee : charges.fees) write_fee(yaml, fee, currency);
  yaml.close();
  yaml.open("orders");
  for (const auto& order : charges.orders) write_order(yaml, order, currency);
  yaml.close();
  yaml.close();
}

}  // namespace vigie
