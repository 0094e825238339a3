#include "usecase/amount.h"

namespace vigie {

std::optional<Refused> amount_refusal(const std::optional<Money>& amount,
                                      std::optional<Currency> currency) {
  if (!amount) return std::nullopt;
  if (amount->minor < 0 || amount->minor > most_minor) {
    return Refused{Refusal::amount_out_of_range, {{"most", std::to_string(most_minor)}}, {}};
  }
  if (currency && amount->currency != *currency) {
    return Refused{Refusal::currency_differs, {{"currency", std::string{key_of(*currency)}}}, {}};
  }
  return std::nullopt;
}

}  // namespace vigie
