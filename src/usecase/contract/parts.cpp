#include "usecase/contract/parts.h"

#include <algorithm>

#include "usecase/amount.h"
#include "usecase/named_page.h"
#include "usecase/told_text.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::optional<std::int64_t> minor_of(const std::optional<Money>& money) {
  return money ? std::optional{money->minor} : std::nullopt;
}

/// Refused, in this order: reference_malformed, name_malformed.
std::optional<Refused> named_refusal(const std::string& code, const std::string& title) {
  if (!reference_from(code)) return refused(Refusal::reference_malformed, {{"text", code}});
  if (!name_from(title)) return refused(Refusal::name_malformed);
  return std::nullopt;
}

template <class Part>
bool has_code(const std::vector<Part>& parts, const std::string& code) {
  return std::ranges::find(parts, code, &Part::code) != parts.end();
}

std::optional<Refused> set_lots(Currency currency, const std::vector<LotView>& asked,
                                std::vector<ContractLotRow>& lots) {
  lots.clear();
  for (const LotView& each : asked) {
    if (auto refusal = named_refusal(each.code, each.title)) return refusal;
    const std::string code = *reference_from(each.code);
    if (has_code(lots, code)) return refused(Refusal::code_taken, {{"code", code}});
    for (const auto& amount : {each.amount, each.ceiling}) {
      if (auto refusal = amount_refusal(amount, currency)) return refusal;
    }
    lots.push_back({.code = code,
                    .title = *name_from(each.title),
                    .minor = minor_of(each.amount),
                    .ceiling_minor = minor_of(each.ceiling)});
  }
  return std::nullopt;
}

std::optional<Refused> set_tranches(Currency currency, const std::vector<TrancheView>& asked,
                                    ContractParts& parts) {
  parts.tranches.clear();
  for (const TrancheView& each : asked) {
    if (auto refusal = named_refusal(each.code, each.title)) return refusal;
    const std::string code = *reference_from(each.code);
    if (has_code(parts.tranches, code)) return refused(Refusal::code_taken, {{"code", code}});
    if (auto refusal = amount_refusal(each.amount, currency)) return refusal;
    ContractTrancheRow row{.code = code,
                           .lot = {},
                           .title = *name_from(each.title),
                           .kind = each.kind,
                           .affirmed_on = each.affirmed_on,
                           .minor = minor_of(each.amount)};
    if (each.lot) {
      row.lot = reference_from(*each.lot);
      if (!row.lot || !has_code(parts.lots, *row.lot)) {
        return refused(Refusal::lot_unknown, {{"lot", *each.lot}});
      }
    }
    parts.tranches.push_back(std::move(row));
  }
  return std::nullopt;
}

std::optional<Refused> set_agreements(Desk& desk, TermsShelf& shelf, const ContractRow& contract,
                                      const std::vector<std::string>& asked,
                                      std::vector<std::string>& agreements) {
  agreements.clear();
  const SharedTerms terms = shelf.terms(desk.rows());
  for (const std::string& text : asked) {
    const auto reference = reference_from(text);
    if (!reference) return refused(Refusal::reference_malformed, {{"text", text}});
    const auto payer = payer_of(desk.rows(), *reference);
    const auto& written = terms->with_charges;
    const bool says_charges = std::ranges::find(written, *reference) != written.end();
    const bool is_paid_elsewhere = payer && *payer != contract.reference;
    if (is_paid_elsewhere || says_charges) {
      return refused(Refusal::charges_elsewhere, {{"agreement", *reference}});
    }
    if (std::ranges::find(agreements, *reference) == agreements.end()) {
      agreements.push_back(*reference);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Refused> set_asked(Desk& desk, TermsShelf& shelf, const ContractRow& contract,
                                 const PartsAsked& asked, ContractParts& parts) {
  if (asked.lots) {
    if (auto refusal = set_lots(contract.currency, *asked.lots, parts.lots)) return refusal;
  }
  if (asked.tranches) {
    if (auto refusal = set_tranches(contract.currency, *asked.tranches, parts)) return refusal;
  }
  if (asked.documents) {
    parts.documents.clear();
    for (const std::string& each : *asked.documents) {
      const auto title = name_from(each);
      if (!title) return refused(Refusal::name_malformed);
      parts.documents.push_back(*title);
    }
  }
  if (asked.agreements) {
    return set_agreements(desk, shelf, contract, *asked.agreements, parts.agreements);
  }
  return std::nullopt;
}

namespace {

std::optional<Refused> ceiling_refusal(std::int64_t total, std::optional<std::int64_t> ceiling,
                                       Currency currency) {
  if (!ceiling || total <= *ceiling) return std::nullopt;
  return refused(Refusal::ceiling_exceeded,
                 {{"total", text_of_money({.minor = total, .currency = currency})},
                  {"ceiling", text_of_money({.minor = *ceiling, .currency = currency})}});
}

}  // namespace

std::optional<Refused> orders_refusal(const ContractRow& contract, const ContractParts& parts,
                                      const std::vector<KeptRow<ContractOrderRow>>& orders) {
  std::int64_t total = 0;
  for (const KeptRow<ContractOrderRow>& each : orders) {
    const ContractOrderRow& order = each.row;
    if (order.lot && !has_code(parts.lots, *order.lot)) {
      return refused(Refusal::code_in_use, {{"code", *order.lot}});
    }
    if (order.tranche && !has_code(parts.tranches, *order.tranche)) {
      return refused(Refusal::code_in_use, {{"code", *order.tranche}});
    }
    if (!order.is_withdrawn) total += order.minor;
  }
  for (const ContractTrancheRow& tranche : parts.tranches) {
    if (tranche.lot && !has_code(parts.lots, *tranche.lot)) {
      return refused(Refusal::code_in_use, {{"code", *tranche.lot}});
    }
  }
  if (auto refusal = ceiling_refusal(total, contract.ceiling_minor, contract.currency)) {
    return refusal;
  }
  for (const ContractLotRow& lot : parts.lots) {
    std::int64_t of_lot = 0;
    for (const KeptRow<ContractOrderRow>& each : orders) {
      if (!each.row.is_withdrawn && each.row.lot == lot.code) of_lot += each.row.minor;
    }
    if (auto refusal = ceiling_refusal(of_lot, lot.ceiling_minor, contract.currency)) {
      return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace vigie
