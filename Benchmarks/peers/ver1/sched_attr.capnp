# sched_attr as it is since the clamps came: two fields more.
@0xeacd13b58b030e92;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("ver1");

struct SchedAttr {
  policy @0 :UInt32;
  flags @1 :UInt64;
  nice @2 :Int32;
  priority @3 :UInt32;
  runtime @4 :UInt64;
  deadline @5 :UInt64;
  period @6 :UInt64;
  utilMin @7 :UInt32;
  utilMax @8 :UInt32;
}
