print("extstruct")
